import { ApprovedGrants } from '@countersign/database';
import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';
import type { GrantPage, GrantView } from './dto/grants.view';
import type { LimitsView } from './dto/limits.body';
import type { WhoMaySignView } from './dto/who-may-sign.view';

describe('limits', () => {
  let api: ApiUnderTest;
  let gu: Caller;
  let store: string;
  beforeAll(async () => {
    api = await startApi();
    gu = await api.as('gu-ming');
    [{ id: store }] = await api.database.query<[{ id: string }]>(`SELECT id FROM unit WHERE key = 'store-xuhui'`);
  });
  afterAll(() => api.stop());

  const grants = async (query = ''): Promise<GrantView[]> => (await gu.get<GrantPage>(`/authority/grants?limit=200&${query}`)).body.items;
  const limitOf = async (role: string): Promise<GrantView> =>
    (await grants(`kind=approve-within-limit&matter=expense-reimbursement&role=${role}`)).find(({ inForce }) => inForce)!;
  const change = (changes: object[], more: object = {}, caller = gu, query = '') =>
    caller.send<LimitsView>('POST', `/authority/limits${query}`, { changes, reason: 'Regular repairs', ...more });
  const asked = async (amount: string, query = ''): Promise<string[]> => {
    const path = `/authority/who-may-sign?process=expense-reimbursement&step=approval&unit=${store}&amount=${amount}${query}`;
    return (await gu.get<WhoMaySignView>(path)).body.steps[0]!.may.filter(({ turn }) => turn === 'asked').map(
      ({ person }) => person!.name.zh,
    );
  };
  const faults = ({ body }: { body: unknown }): string[] =>
    ((body as { errors: { field: string; code: string }[] }).errors ?? []).map(({ field, code }) => `${field} ${code}`);

  it('are read by those with the right, with the row that each goes by, and changed by those who keep them', async () => {
    const [li, song] = [await api.as('li-na'), await api.as('song-lan')];
    expect((await li.send('GET', '/authority/grants')).status).toBe(403);
    expect((await song.send('GET', '/authority/grants')).status).toBe(200);
    const { id } = await limitOf('ops-manager');
    expect((await change([{ grant: id, amount: '1' }], {}, song)).status).toBe(403);
    const withheld = (await grants('state=withheld')).filter(({ source }) => source?.startsWith('A'));
    expect(withheld.map(({ source, withheldReason }) => [source, withheldReason !== null])).toEqual([
      ['A007 · S0:330', true],
      ['A066 · S0:364', true],
      ['A183 · S2:330', true],
    ]);
    expect(withheld[0]).toMatchObject({ title: { zh: '招待费' }, roleTitle: { zh: '运营经理' }, inForce: false });
  });

  it('tell which cases would go to somebody else before anything is saved, and save nothing by that', async () => {
    const { id } = await limitOf('ops-manager');
    const { status, body } = await change([{ grant: id, amount: '8000' }], {}, gu, '?trial=true');
    expect(status).toBe(200);
    const { grants: counts, routes, stuck } = body as LimitsView;
    expect([counts.updated + counts.created, stuck]).toEqual([2, 0]);
    const route = routes.find(({ units }) => units.some(({ zh }) => zh === '徐汇店'))!;
    expect(route).toMatchObject({ above: { amount: '5000.00' }, upTo: { amount: '8000.00' }, plan: 'in' });
    expect([route.before[0]?.name.zh, route.after[0]?.name.zh]).toEqual(['周岩', '孙倩']);
    expect(await asked('6000')).toEqual(['周岩']);
  });

  it('send the next case elsewhere once they are changed, and keep what held before', async () => {
    const old = await limitOf('ops-manager');
    expect((await change([{ grant: old.id, amount: '8000' }])).status).toBe(200);
    expect(await asked('6000')).toEqual(['孙倩']);
    expect(await asked('8000.01')).toEqual(['周岩']);
    expect(await asked('6000', '&date=2026-02-01')).toEqual(['周岩']);
    expect(await limitOf('ops-manager')).toMatchObject({ limit: { amount: '8000.00' }, source: 'Regular repairs', validTo: null });
    const [note] = await api.database.query<{ kind: string; changed: number }[]>(
      'SELECT kind, changed FROM rule_change ORDER BY at DESC LIMIT 1',
    );
    expect(note).toEqual({ kind: 'limits-changed', changed: 2 });
    const now = await limitOf('ops-manager');
    expect((await change([{ grant: now.id, amount: null }])).status).toBe(200);
    expect(await asked('100')).toEqual(['张伟']);
    expect(await asked('1000.01')).toEqual(['周岩']);
  });

  it('are changed as their trial has told, or not: the later of two is refused', async () => {
    const { id } = await limitOf('ops-manager');
    const set = [{ grant: id, amount: '7000' }];
    const { standing } = (await change(set, {}, gu, '?trial=true')).body;
    expect((await change([{ grant: id, amount: '7500' }])).status).toBe(200);
    const late = await change(set, {}, gu.with({ 'If-Match': `"${standing}"` }));
    expect(late).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
    expect(await limitOf('ops-manager')).toMatchObject({ limit: { amount: '7500.00' } });
    const { standing: now } = (await change(set, {}, gu, '?trial=true')).body;
    expect((await change(set, {}, gu.with({ 'If-Match': `"${now}"` }))).status).toBe(200);
    expect((await change([{ grant: id, amount: null }])).status).toBe(200);
  });

  it('give a person a limit of their own, until it ends by itself', async () => {
    const [{ id }] = await api.database.query<[{ id: string }]>(`SELECT id FROM person WHERE key = 'zhang-wei'`);
    const given = { person: id, matter: 'expense-reimbursement', plan: 'in', amount: '3000', validTo: '2099-01-01' };
    expect((await change([given])).status).toBe(200);
    expect(await asked('2500')).toEqual(['张伟']);
    expect(await asked('2500', '&date=2099-01-01')).toEqual(['周岩']);
    // One more from the same day would be written over the first.
    expect(faults(await change([{ ...given, person: id.toUpperCase(), amount: '9000', validTo: '2098-01-01' }]))).toEqual([
      'changes.0 exists',
    ]);
  });

  it('follow an approved request, once, which tells before what it would do', async () => {
    const [{ today, company }] = await api.database.query<[{ today: string; company: string }]>(
      'SELECT company_day(time_zone)::text AS today, id AS company FROM company',
    );
    const form = {
      ...{ to: 'post', role: 'ops-director', kind: 'approve-within-limit', matter: 'expense-reimbursement', side: 'in', reach: 'limit' },
      ...{ limit: { amount: '30000.00', currency: 'CNY' }, effectiveOn: today, reason: 'Larger repairs' },
    };
    const draft = (said: object) => gu.post<{ id: string }>('/requests', { definition: 'authority-delegation', form: said });
    const { id } = (await draft(form)).body;
    const catalogue = (await gu.get<{ items: { key: string; changesAuthority: boolean }[] }>('/definitions')).body.items;
    expect(catalogue.flatMap(({ key, changesAuthority }) => (changesAuthority ? [key] : []))).toEqual(['authority-delegation']);
    expect((await gu.get(`/requests/${id}`)).body).toMatchObject({ definition: { changesAuthority: true } });
    const { body } = await gu.get<LimitsView>(`/requests/${id}/authority`);
    const route = body.routes.find(({ units }) => units.some(({ zh }) => zh === '徐汇店'))!;
    expect(route).toMatchObject({ above: { amount: '20000.00' }, upTo: { amount: '30000.00' } });
    expect([route.before[0]?.name.zh, route.after[0]?.name.zh, body.stuck]).toEqual(['郑国华', '周岩', 0]);
    expect(await asked('25000')).toEqual(['郑国华']);
    const other = await draft({ to: 'post' });
    expect((await gu.send('GET', `/requests/${other.body.id}/authority`)).status).toBe(422);
    expect((await (await api.as('ye-xin')).send('GET', `/requests/${id}/authority`)).status).toBe(404);

    const grantsFollow = new ApprovedGrants(api.database);
    const follow = () => grantsFollow.follow({ requestId: id, companyId: company, n: 5 });
    await follow();
    expect(await asked('25000')).toEqual(['郑国华']);
    await api.database.query(
      `UPDATE request SET status = 'approved', outcome = 'approved', closed_at = now(), number = 'SQ-2026-0001' WHERE id = $1`,
      [id],
    );
    await Promise.all([follow(), follow()]);
    expect(await asked('25000')).toEqual(['周岩']);
    expect(await asked('30000.01')).toEqual(['郑国华']);
    expect(await asked('25000', '&date=2026-02-01')).toEqual(['郑国华']);
    expect(await limitOf('ops-director')).toMatchObject({ limit: { amount: '30000.00' }, source: 'SQ-2026-0001', validFrom: today });
    const notes = await api.database.query<object[]>(`SELECT kind, changed FROM rule_change WHERE request_id = $1`, [id]);
    expect(notes).toEqual([{ kind: 'authority-approved', changed: 2 }]);
    // What was changed by hand since is not changed back by its being told again.
    expect((await change([{ grant: (await limitOf('ops-director')).id, amount: '20000' }])).status).toBe(200);
    await follow();
    expect(await asked('25000')).toEqual(['郑国华']);
  });

  it('name what is wrong with a set, each at its place, and change nothing', async () => {
    const { id } = await limitOf('finance-director');
    const over = (await grants('kind=approve-within-limit')).find(({ validTo }) => validTo === '2026-01-01')!;
    const [other, given] = [
      (await limitOf('ops-director')).id,
      { person: (await api.as('li-na')).personId, matter: 'expense-reimbursement' },
    ];
    const refused = await change([
      { grant: id, amount: '25000' },
      { grant: id, amount: '1.001' },
      { grant: over.id, amount: '1' },
      { grant: store, amount: '1' },
      { person: gu.personId, matter: 'expense-reimbursement', amount: '1', validTo: '2099-01-01' },
      { person: store, matter: 'expense-reimbursement', amount: '1', validTo: '2099-01-01' },
    ]);
    expect(refused.status).toBe(422);
    expect(faults(refused)).toEqual(['changes.1 amount', 'changes.2 over', 'changes.3 unknown', 'changes.4 own', 'changes.5 incomplete']);
    expect(await limitOf('finance-director')).toMatchObject({ limit: { amount: '20000.00' } });
    expect((await change([{ grant: id, amount: '1' }], { from: '2026-01-01' })).status).toBe(400);
    const more = await change([
      { grant: id, amount: '1' },
      { grant: id.toUpperCase(), amount: '2' },
    ]);
    expect(faults(more)).toEqual(['changes.1 twice']);
    const late = await change([
      { grant: id, amount: '25000' },
      { ...given, amount: '1', validTo: '2099-01-01' },
      { grant: other, withheld: ' ' },
    ]);
    expect([late.status, faults(late)]).toEqual([422, ['changes.2.withheldReason wrong-shape']]);
  });
});
