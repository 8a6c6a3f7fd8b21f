import { holdRegister, REGISTER_ROWS } from '@countersign/database';
import type { ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';
import type { LeaseCounts, LeaseView } from './dto/lease.view';
import { day, line, RegisterUnderTest } from './leases.fixture';

describe('a lease that is taken out of the register', () => {
  let api: ApiUnderTest;
  let keeper: Caller;
  let zhang: Caller;
  let register: RegisterUnderTest;
  let { take, taken, numbers, idOf, lease, unit, request } = {} as RegisterUnderTest;
  beforeAll(async () => {
    register = await RegisterUnderTest.start();
    ({ api, keeper, tracker: zhang } = register);
    ({ take, taken, numbers, idOf, lease, unit, request } = register);
  });
  afterAll(() => api.stop());
  beforeEach(() => register.empty());

  const out = (id: string, why: unknown = '录错了合同编号', caller = keeper) =>
    caller.send<LeaseView & { code?: string }>('POST', `/leases/${id}/take-out`, { why });
  const back = (id: string) => keeper.send<LeaseView & { code?: string }>('POST', `/leases/${id}/put-back`);
  /** Somebody waits until the register may be read. */
  const waitsForRegister = async (): Promise<void> => {
    const waiting = `SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE d.datname = current_database() AND locktype = 'advisory' AND NOT granted`;
    while ((await api.database.query<unknown[]>(waiting)).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const kinds = async (): Promise<unknown[]> =>
    (await (await api.as('jiang-ming')).get<{ items: { kind: string }[] }>('/changes?limit=2')).body.items.map(({ kind }) => kind);

  it('is there no longer, until it is put back as it was', async () => {
    await taken(line('徐汇店', 'A', 100), line('徐汇店', 'A', 1_300), line('静安店', 'C', 20));
    const [before, id] = [await lease('A'), await idOf('A')];
    const gone = await out(id);
    expect([gone.status, gone.body.state, gone.body.out]).toMatchObject([
      200,
      'out',
      { why: '录错了合同编号', by: { name: { zh: '何芳' } } },
    ]);
    for (const view of ['all', 'soon', 'running', 'late', 'ended']) expect(await numbers(`view=${view}`)).not.toContain('A');
    expect(await numbers('view=out')).toEqual(['A']);
    expect((await keeper.get<LeaseCounts>('/leases/counts')).body).toMatchObject({
      all: 1,
      soon: 1,
      out: 1,
      rent: { amount: '33600.00' },
    });
    const [company] = await api.database.query<{ id: string }[]>('SELECT id FROM company');
    expect(await api.database.query(REGISTER_ROWS.lease ?? '', [company?.id, day(-1), day(2_000)])).toMatchObject([{ about: 'C' }]);
    expect((await keeper.send('POST', `/leases/${id}/renewal`)).body).toMatchObject({ status: 409, code: 'lease-closed' });
    expect((await out(id)).body).toMatchObject({ status: 409, code: 'lease-held' });
    for (let times = 0; times < 2; times++)
      expect((await back(id)).body).toMatchObject({ state: before.state, terms: before.terms, out: null });
    expect(await lease('A')).toEqual(before);
    expect(await kinds()).toEqual(['lease-put-back', 'lease-taken-out']);
  });

  it('is there again when a table has it, and makes room for another at its place', async () => {
    await taken(line('徐汇店', 'A', 100), line('静安店', 'C', 20));
    const [a, c] = [await idOf('A'), await idOf('C')];
    await out(a);
    await taken(line('徐汇店', 'B', 100));
    expect((await take([line('静安店', 'C', 20)])).body).toMatchObject({ unchanged: 1 });
    expect((await back(a)).body).toMatchObject({ status: 409, code: 'lease-in-the-way' });
    expect((await take([line('徐汇店', 'A', 100)])).body).toMatchObject({ status: 422, errors: [{ code: 'overlap' }] });
    await out(c);
    expect((await take([line('静安店', 'C', 20)])).body).toEqual({ created: 0, updated: 1, unchanged: 0 });
    expect(await numbers()).toEqual(['C', 'B']);
    expect(await kinds()).toEqual(['leases-imported', 'lease-taken-out']);
  });

  it.each<[string, object, string]>([
    ['lease-renewal', { expiresOn: day(100) }, '续签'],
    ['mall-exit', { exitOn: day(50) }, '撤场'],
  ])('stays while a %s is in progress, and says so', async (definition, form, word) => {
    await taken(line('徐汇店', 'A', 100));
    await request(definition, { store: await unit('store-xuhui'), mall: '正大广场 B1-207', ...form });
    expect((await lease('A')).held?.text.zh).toContain(word);
    expect((await out(await idOf('A'))).body).toMatchObject({ status: 409, code: 'lease-held' });
    expect(await numbers()).toEqual(['A']);
  });

  it('is renewed by nobody: a renewal that was drafted before is not submitted, until it is put back', async () => {
    await taken(line('徐汇店', 'A', 100));
    const id = await idOf('A');
    const drafted = await keeper.send<{ id: string }>('POST', `/leases/${id}/renewal`);
    expect(drafted.status).toBe(201);
    const submitted = async () => (await keeper.press(`/requests/${drafted.body.id}/submit`, {})).body;
    expect((await out(id)).body.state).toBe('out');
    expect(await submitted()).toMatchObject({ status: 409, code: 'lease-out', params: { number: 'A' } });
    await back(id);
    expect(await submitted()).not.toMatchObject({ code: 'lease-out' });
  });

  it('is taken out before or after a renewal is sent, never at the same moment', async () => {
    await taken(line('徐汇店', 'A', 100));
    const id = await idOf('A');
    const { body: draft } = await keeper.send<{ id: string }>('POST', `/leases/${id}/renewal`);
    const [company] = await api.database.query<{ id: string }[]>('SELECT id FROM company');
    const holds = api.database.createQueryRunner();
    await holds.startTransaction();
    try {
      await holdRegister(holds.manager, company!.id);
      const answer = keeper.press(`/requests/${draft.id}/submit`);
      await waitsForRegister();
      await holds.query(`UPDATE lease SET taken_out_at = now(), taken_out_by = $1, taken_out_why = 'x' WHERE number = 'A'`, [
        keeper.personId,
      ]);
      await holds.commitTransaction();
      expect((await answer).body).toMatchObject({ status: 409, code: 'lease-out', params: { number: 'A' } });
    } finally {
      await holds.release();
    }
    expect(await api.database.query('SELECT 1 FROM command WHERE request_id = $1', [draft.id])).toEqual([]);
    await back(id);
    expect((await keeper.press(`/requests/${draft.id}/submit`)).status).toBe(202);
    const { status, body } = await out(id);
    expect([status, body.code]).toEqual([409, 'lease-held']);
    expect((await lease('A')).held?.text.en).toBe('Its renewal is just being submitted.');
  });

  it('is asked for with a reason, by whoever keeps the register', async () => {
    await taken(line('徐汇店', 'A', 100));
    const id = await idOf('A');
    for (const why of ['', '  ', undefined, 7, 'x'.repeat(501)]) expect([why, (await out(id, why ?? null)).status]).toEqual([why, 422]);
    expect((await out(id, 'x', zhang)).status).toBe(403);
    expect((await zhang.send('POST', `/leases/${id}/put-back`)).status).toBe(403);
    expect((await out(await unit('store-xuhui'))).status).toBe(404);
    expect(await numbers()).toEqual(['A']);
  });
});
