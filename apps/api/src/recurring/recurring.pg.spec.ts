import { RecurringRepository } from '@countersign/database';
import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';

interface Process {
  key: string;
  when: { zh: string; en: string };
  starter: { zh: string };
  draft: boolean;
  paused: { why: string; by: { id: string } } | null;
  nextAt: string | null;
  last: { failed: number; waiting: number } | null;
  failed: number;
}
interface Start {
  unit: { id: string; name: { zh: string } };
  day: string;
  about: string;
  state: string;
  fault: { code: string; text: { zh: string } } | null;
  askedBy: { id: string } | null;
}
interface Fill {
  count: number;
  items: { unit: { name: { zh: string } }; day: string }[];
  code?: string;
}

const dayFrom = (count: number): string => new Date(Date.now() + 8 * 3_600_000 + count * 86_400_000).toISOString().slice(0, 10);

describe('processes that start by themselves', () => {
  let api: ApiUnderTest;
  let operator: Caller;
  let auditor: Caller;
  const OPENING = '/recurring/store-daily-opening';

  beforeAll(async () => {
    api = await startApi();
    operator = await api.as('jiang-ming');
    auditor = operator;
    await new RecurringRepository(api.database).all();
  });
  afterAll(() => api.stop());

  const listed = async (key: string): Promise<Process> => {
    const { body } = await operator.get<{ items: Process[] }>('/recurring');
    const found = body.items.find((each) => each.key === key);
    if (!found) throw new Error(`Expected ${key} to start by itself, but it does not`);
    return found;
  };
  const starts = async (path: string, query = ''): Promise<Start[]> =>
    (await operator.get<{ items: Start[] }>(`${path}/starts${query}`)).body.items;
  const fill = (path: string, from: string, to: string, trial = true) =>
    operator.post<Fill>(`${path}/back-fill${trial ? '?trial=true' : ''}`, { from, to });
  const changes = async (): Promise<string[]> =>
    (await auditor.get<{ items: { kind: string }[] }>('/changes?limit=20')).body.items.map(({ kind }) => kind);

  it('are listed in words, a page at a time', async () => {
    expect(await listed('store-daily-opening')).toMatchObject({
      ...{ when: { zh: '每天，08:00', en: 'Every day, at 08:00' }, starter: { zh: '值班主管' } },
      ...{ draft: false, paused: null, last: null, failed: 0 },
    });
    expect(await listed('stocktake')).toMatchObject({
      when: { zh: '每月最后一天，关门前 120 分钟', en: 'On the last day of every month, 120 minutes before closing' },
      draft: true,
    });
    const first = await operator.get<{ items: Process[]; nextCursor: string }>('/recurring?limit=1');
    const next = await operator.get<{ items: Process[] }>(`/recurring?limit=1&cursor=${first.body.nextCursor}`);
    expect(first.body.items[0]?.key).not.toBe(next.body.items[0]?.key);
  });

  it('make up for days that were not started, after showing which, and only once', async () => {
    const [from, to] = [dayFrom(-3), dayFrom(-1)];
    const shown = await fill(OPENING, from, to);
    expect(shown.body).toMatchObject({ count: 3 });
    expect(shown.body.items.map(({ unit, day }) => `${unit.name.zh} ${day}`)).toEqual(
      [-3, -2, -1].map((count) => `百货营运部 ${dayFrom(count)}`),
    );
    expect(await starts(OPENING)).toEqual([]);
    expect((await fill(OPENING, from, to, false)).body.count).toBe(3);
    const again = await fill(OPENING, from, to, false);
    expect([again.status, again.body.code]).toEqual([409, 'recurring-nothing']);
    const put = await starts(OPENING, '?state=waiting');
    expect(put.map(({ day, askedBy }) => [day, askedBy?.id])).toEqual([-1, -2, -3].map((count) => [dayFrom(count), operator.personId]));
    expect(await changes()).toContain('recurring-asked');
    // Today’s is started before its time; a month’s only on its day.
    expect((await fill(OPENING, dayFrom(0), dayFrom(0))).body.count).toBe(1);
    expect((await fill('/recurring/stocktake', '2026-10-01', '2026-10-31')).body.count).toBe(12);
  });

  it.each([
    ['from the later to the earlier', dayFrom(-1), dayFrom(-2)],
    ['of two months and more', dayFrom(-63), dayFrom(-1)],
    ['to come', dayFrom(1), dayFrom(3)],
  ])('make up for no days %s', async (_, from, to) => {
    const { status, body } = await fill(OPENING, from, to);
    expect([status, body.code]).toEqual([422, 'recurring-days']);
  });

  it('are paused for a reason and resumed, each once, and that is on the record', async () => {
    expect((await operator.post(`${OPENING}/pause`, { why: '  ' })).status).toBe(422);
    expect((await operator.post(`${OPENING}/pause`, { why: '装修' })).status).toBe(204);
    expect((await operator.post(`${OPENING}/pause`, { why: '装修' })).body).toMatchObject({ code: 'recurring-paused-already' });
    expect(await listed('store-daily-opening')).toMatchObject({ paused: { why: '装修', by: { id: operator.personId } }, nextAt: null });
    expect((await operator.post(`${OPENING}/resume`)).status).toBe(204);
    expect((await operator.post(`${OPENING}/resume`)).body).toMatchObject({ code: 'recurring-not-paused' });
    expect((await changes()).slice(0, 2)).toEqual(['recurring-resumed', 'recurring-paused']);
  });

  it('say why one could not be started, and have it tried again', async () => {
    await api.database.query(`UPDATE recurring_start SET state = 'failed', fault = 'no-starter' WHERE day = $1`, [dayFrom(-2)]);
    await api.database.query(`UPDATE recurring_start SET state = 'failed', fault = 'may-not-start' WHERE day = $1`, [dayFrom(-3)]);
    expect(await listed('store-daily-opening')).toMatchObject({ failed: 2 });
    const failed = await starts(OPENING, '?state=failed');
    expect(failed.map(({ fault }) => fault?.code)).toEqual(['no-starter', 'may-not-start']);
    expect(failed.every(({ fault }) => (fault?.text.zh.length ?? 0) > 5)).toBe(true);
    const at = `${OPENING}/starts/${failed[0]?.unit.id}/${dayFrom(-2)}/retry`;
    expect((await operator.post(at)).status).toBe(204);
    expect((await operator.post(at)).status).toBe(404);
    expect((await operator.post(`${OPENING}/starts/${failed[0]?.unit.id}/2026-02-31/retry`)).status).toBe(400);
    expect(await starts(OPENING, '?state=failed')).toHaveLength(1);
  });

  it('are left as they are for a reason, one or all, and then press nobody any more', async () => {
    const [failed] = await starts(OPENING, '?state=failed');
    const one = { unit: failed!.unit.id, day: failed!.day };
    const leave = (body: object) => operator.post<{ count: number; code?: string }>(`${OPENING}/leave`, body);
    expect((await leave({ why: ' ', ...one })).status).toBe(422);
    expect((await leave({ why: '停业', unit: one.unit })).status).toBe(400);
    expect((await leave({ why: '停业', ...one, about: 'another' })).status).toBe(404);
    expect(await leave({ why: '停业', ...one })).toMatchObject({ status: 200, body: { count: 1 } });
    expect(await starts(OPENING, '?state=left')).toMatchObject([
      { ...one, unit: { id: one.unit }, leftBy: { id: operator.personId }, leftWhy: '停业' },
    ]);
    expect(await listed('store-daily-opening')).toMatchObject({ failed: 0 });
    expect((await leave({ why: '停业' })).status).toBe(404);
    await api.database.query(`UPDATE recurring_start SET state = 'failed' WHERE state = 'left'`);
    expect((await leave({ why: '停业' })).body).toEqual({ count: 1 });
    expect(await changes()).toContain('recurring-left');
  });

  describe('by a register', () => {
    const RENEWAL = '/recurring/lease-renewal';
    const lease = (store: string, number: string, ends: string): Promise<unknown> =>
      api.database.query(
        `INSERT INTO lease (id, company_id, unit_id, number, place, starts_on, expires_on, rent, commission, currency)
         SELECT gen_random_uuid(), company_id, id, $2, 'B1-207', date '2020-01-01', $3, 3360000, 18.0, 'CNY' FROM unit WHERE kind = 'store' AND key = $1`,
        [store, number, ends],
      );
    const stores = async (): Promise<string[]> =>
      (await api.database.query<{ key: string }[]>(`SELECT key FROM unit WHERE kind = 'store' ORDER BY key`)).map(({ key }) => key);

    it('make up for what was to start on those days, whatever day its row is about', async () => {
      await api.database.query('DELETE FROM lease');
      const [first = '', second = ''] = await stores();
      await lease(first, 'REG-1', dayFrom(170));
      await lease(second, 'REG-2', dayFrom(100));
      const { body } = await fill(RENEWAL, dayFrom(-12), dayFrom(-8));
      expect([body.count, body.items.map(({ day }) => day)]).toEqual([1, [dayFrom(170)]]);
      expect((await fill(RENEWAL, dayFrom(-9), dayFrom(0))).body.count).toBe(0);
      expect((await fill(RENEWAL, dayFrom(-12), dayFrom(-8), false)).status).toBe(200);
      expect((await starts(RENEWAL, '?state=waiting')).map(({ day }) => day)).toEqual([dayFrom(170)]);
      expect((await fill(RENEWAL, dayFrom(-12), dayFrom(-8))).body.count).toBe(0);
    });

    it('start one for each row, those of one store and day as well, and have each tried again apart', async () => {
      await api.database.query('DELETE FROM lease');
      const [first = ''] = await stores();
      await lease(first, 'REG-4', dayFrom(150));
      await lease(first, 'REG-5', dayFrom(150));
      expect((await fill(RENEWAL, dayFrom(-33), dayFrom(-27), false)).body.count).toBe(2);
      const put = (await starts(RENEWAL, '?state=waiting')).filter(({ day }) => day === dayFrom(150));
      expect(put.map(({ about }) => about).sort()).toEqual(['REG-4', 'REG-5']);
      const ids = await api.database.query<unknown[]>('SELECT DISTINCT request_id FROM recurring_start WHERE day = $1', [dayFrom(150)]);
      expect(ids).toHaveLength(2);
      await api.database.query(`UPDATE recurring_start SET state = 'failed', fault = 'no-starter' WHERE day = $1`, [dayFrom(150)]);
      const again = await operator.post(`${RENEWAL}/starts/${put[0]!.unit.id}/${dayFrom(150)}/retry?about=REG-5`);
      expect(again.status).toBe(204);
      expect((await starts(RENEWAL, '?state=failed')).map(({ about }) => about)).toEqual(['REG-4']);
    });

    it('know the rows of a day that has begun in the east, while it is still the day before by the clock of UTC', async () => {
      await api.database.query('DELETE FROM lease');
      const [company] = await api.database.query<{ id: string }[]>('SELECT id FROM company');
      const repository = new RecurringRepository(api.database);
      const process = (await repository.one(company!.id, 'lease-renewal'))!;
      const now = '2027-03-01T23:00:00.000Z';
      const due = new Date(Date.parse('2027-03-02') + 180 * 86_400_000).toISOString().slice(0, 10);
      const [first = ''] = await stores();
      await lease(first, 'REG-3', due);
      expect((await repository.around({ ...process, now }, 0)).register.map(({ day }) => day)).toEqual([due]);
    });
  });

  it('try nothing again of a process that is not in use any more', async () => {
    await api.database.query(
      `UPDATE recurring_start SET state = 'failed', fault = 'no-starter' WHERE definition_key = 'store-daily-opening'`,
    );
    await api.database.query(`UPDATE recurring_process SET in_use = false WHERE definition_key = 'store-daily-opening'`);
    const [failed] = await starts(OPENING, '?state=failed');
    const { status, body } = await operator.post(`${OPENING}/starts/${failed!.unit.id}/${failed!.day}/retry`);
    expect([status, body['code']]).toEqual([409, 'definition-retired']);
    expect(await starts(OPENING, '?state=waiting')).toEqual([]);
    await api.database.query(`UPDATE recurring_process SET in_use = true WHERE definition_key = 'store-daily-opening'`);
  });

  it('are for those who look after requests, of processes that there are', async () => {
    const other = await api.as('lu-ning');
    for (const answer of [
      await other.get('/recurring'),
      await other.get(`${OPENING}/starts`),
      await other.post(`${OPENING}/pause`, { why: 'x' }),
      await other.post(`${OPENING}/back-fill`, { from: dayFrom(-1), to: dayFrom(-1) }),
    ])
      expect(answer.status).toBe(403);
    expect((await operator.post('/recurring/nothing/resume')).status).toBe(404);
    for (const key of ['nothing', 'constructor', 'expense-reimbursement'])
      expect([key, (await operator.get(`/recurring/${key}/starts`)).status]).toEqual([key, 404]);
  });
});
