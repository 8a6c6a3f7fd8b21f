import { randomUUID } from 'node:crypto';
import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';
import { seedBudgets } from './demo-budgets';
import type {
  BudgetLinePage,
  BudgetLineView,
  BudgetMovementPage,
  BudgetSetView,
  BudgetTreePage,
  BudgetTreeRow,
  RecountView,
} from './dto/budget.view';

const HEAD = '组织,类别,起,止,金额,超出时,容差,负责人';
const row = (unit: string, category: string, amount: string, month = '11'): string =>
  `${unit},${category},2026-${month}-01,2026-${month}-30,${amount},,,张伟`;
const SPENT = '单号,组织,类别,日期,金额,说明';

describe('budgets', () => {
  let api: ApiUnderTest;
  let gu: Caller;
  let song: Caller;
  beforeAll(async () => {
    api = await startApi();
    [gu, song] = [await api.as('gu-ming'), await api.as('song-lan')];
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    await api.database.query('TRUNCATE budget_movement, budget_line, budget_plan, budget_category CASCADE');
    for (const [key, zh, en] of [
      ['travel', '差旅', 'Travel'],
      ['repair', '维修', 'Repairs'],
    ])
      expect((await gu.send('PUT', `/budgets/categories/${key}`, { zh, en })).status).toBe(200);
  });

  const plan = (lines: string[], query = '', caller = gu) =>
    caller.send('POST', `/budgets/plans${query}`, { plan: '2026 年度计划', csv: [HEAD, ...lines].join('\n') });
  const spend = (lines: string[], query = '', caller = gu) =>
    caller.send('POST', `/budgets/outside${query}`, { csv: [SPENT, ...lines].join('\n') });
  const tree = async (query = ''): Promise<BudgetTreeRow[]> =>
    (await song.get<BudgetTreePage>(`/budgets/tree?period=2026-11&${query}`)).body.items;
  const lines = async (query = 'period=2026-11') => (await song.get<BudgetLinePage>(`/budgets?${query}`)).body.items;
  const faults = ({ body }: { body: Record<string, unknown> }): string[] =>
    (body['errors'] as { field: string; code: string }[]).map(({ field, code }) => `${field} ${code}`);
  /** As `record` posts it. */
  const reserve = async (line: string, minor: number): Promise<void> => {
    await api.database.query(`SELECT post_movements($1, (SELECT id FROM company LIMIT 1), now(), NULL, NULL)`, [
      JSON.stringify([{ place: 0, line, kind: 'reserve', reserved: minor }]),
    ]);
  };

  it('are closed to whoever has no right to them, and kept by those who may', async () => {
    const li = await api.as('li-na');
    for (const path of ['/budgets', '/budgets/tree', '/budgets/set', '/budgets/recount', `/budgets/movements?line=${randomUUID()}`])
      expect([path, (await li.send('GET', path)).status]).toEqual([path, 403]);
    expect((await plan([row('徐汇店', '差旅', '100')], '', song)).status).toBe(403);
    expect((await spend(['A,徐汇店,差旅,2026-11-01,1,'], '', song)).status).toBe(403);
    expect((await song.send('PUT', '/budgets/categories/travel', { zh: '行', en: 'Trips' })).status).toBe(403);
    expect((await song.get<{ desks: string[] }>('/me')).body.desks).toContain('finance');
    expect((await li.get<{ desks: string[] }>('/me')).body.desks).not.toContain('finance');
    expect((await song.get<BudgetSetView>('/budgets/set')).body.manages).toBe(false);
  });

  it('take a plan all or nothing, name every bad row, and try without keeping', async () => {
    const bad = await plan([
      row('徐汇店', '差旅', '100'),
      row('没有店', '差旅', '1'),
      row('静安店', '餐饮', 'x'),
      row('徐汇店', '差旅', '2'),
    ]);
    expect([bad.status, faults(bad)]).toEqual([
      422,
      ['lines.3 unknown-unit', 'lines.4 unknown-category', 'lines.4 not-an-amount', 'lines.5 twice'],
    ]);
    expect(await lines()).toEqual([]);
    expect((await plan([row('徐汇店', '差旅', '100')], '?trial=true')).body).toEqual({ created: 1, updated: 0, unchanged: 0, version: 1 });
    expect((await song.get<BudgetSetView>('/budgets/set')).body.plans).toEqual([]);
    expect((await plan([row('徐汇店', '差旅', '100')])).body).toMatchObject({ created: 1, version: 1 });
    expect((await plan([row('徐汇店', '差旅', '100.00')])).body).toEqual({ created: 0, updated: 0, unchanged: 1, version: null });
    for (const body of [{}, { plan: 'x' }, { plan: ' ', csv: HEAD }, { plan: 'x', csv: HEAD }, { plan: 'x', csv: '"' }])
      expect((await gu.send('POST', '/budgets/plans', body)).status).toBe(422);
  });

  it('keep what was planned before as movements, and never cut below what is held', async () => {
    await plan([row('徐汇店', '差旅', '100'), row('静安店', '差旅', '50')]);
    const [, xuhui] = await lines();
    await reserve(xuhui?.id ?? '', 8_000);
    const cut = await plan([row('徐汇店', '差旅', '79.99')]);
    expect([cut.status, faults(cut)]).toEqual([422, ['lines.2 held']]);
    expect((await plan([row('徐汇店', '差旅', '80')])).body).toEqual({ created: 0, updated: 1, unchanged: 0, version: 2 });
    const { body: view } = await song.get<BudgetLineView>(`/budgets/lines/${xuhui?.id}`);
    expect(view).toMatchObject({
      plan: { title: { zh: '2026 年度计划' }, version: 2, lines: 2 },
      owner: { name: { zh: '张伟' } },
      sums: { planned: { amount: '80.00' }, reserved: { amount: '80.00' }, available: { amount: '0.00' } },
    });
    const { body: page } = await song.get<BudgetMovementPage>(`/budgets/movements?line=${xuhui?.id}`);
    expect(page.items.map(({ kind, amount, note, after }) => [kind, amount.amount, note, after.available.amount])).toEqual([
      ['plan', '-20.00', '2', '0.00'],
      ['reserve', '80.00', null, '20.00'],
      ['plan', '100.00', '1', '100.00'],
    ]);
    const changes = await (await api.as('jiang-ming')).get<{ items: { kind: string; changed: number }[] }>('/changes');
    expect(changes.body.items[0]).toMatchObject({ kind: 'plan-imported', changed: 1 });
  });

  it('add up along the units, page by page', async () => {
    await plan([
      row('徐汇店', '差旅', '100'),
      row('徐汇店', '维修', '40'),
      row('长宁店', '差旅', '10'),
      row('静安店', '差旅', '5'),
      row('徐汇区', '差旅', '1'),
      row('徐汇店', '差旅', '1000', '12'),
    ]);
    const [company] = await tree();
    expect(company).toMatchObject({ unit: { name: { zh: '云裳服饰' } }, folds: true, line: null, sums: { planned: { amount: '156.00' } } });
    const [operations] = await tree(`below=${company?.id}`);
    const areas = await tree(`below=${operations?.id}`);
    expect(areas.map(({ unit, sums }) => [unit.name.zh, sums.planned.amount])).toEqual([
      ['静安区', '5.00'],
      ['徐汇区', '151.00'],
    ]);
    const below = await tree(`below=${areas[1]?.id}`);
    expect(below.map(({ unit, isLine, folds, sums }) => [unit.name.zh, isLine, folds, sums.planned.amount])).toEqual([
      ['徐汇区', true, false, '1.00'],
      ['长宁店', false, false, '10.00'],
      ['徐汇店', false, true, '140.00'],
    ]);
    expect(below[1]?.line).not.toBeNull();
    const travel = await tree(`below=${areas[1]?.id}&category=travel`);
    expect(travel.map(({ folds, sums }) => [folds, sums.planned.amount])).toEqual([
      [false, '1.00'],
      [false, '10.00'],
      [false, '100.00'],
    ]);
    const first = (await song.get<BudgetTreePage>(`/budgets/tree?period=2026-11&below=${areas[1]?.id}&limit=2`)).body;
    expect([first.items.length, (await tree(`below=${areas[1]?.id}&cursor=${first.nextCursor}`)).map(({ id }) => id)]).toEqual([
      2,
      [below[2]?.id],
    ]);
    expect(await lines('period=2026')).toHaveLength(6);
    expect(await lines(`period=2026-11&unit=${areas[1]?.id}`)).toHaveLength(4);
    for (const query of ['period=2026-13', 'period=x', 'period=0000-01', 'below=x'])
      expect([query, (await song.send('GET', `/budgets/tree?${query}`)).status]).toEqual([query, 422]);
  });

  it('take what others have spent, each reference once, or name every row that has no line', async () => {
    await plan([row('徐汇店', '差旅', '100')]);
    const bad = await spend([
      'E-1,徐汇店,差旅,2026-11-15,6,',
      'E-2,徐汇店,维修,2026-11-15,6,',
      'E-1,徐汇店,差旅,2026-11-15,6,',
      'E-3,徐汇店,差旅,2026-12-01,6,',
    ]);
    expect([bad.status, faults(bad)]).toEqual([422, ['lines.4 reference-twice']]);
    const unplaced = await spend(['E-1,徐汇店,差旅,2026-11-15,6,', 'E-2,徐汇店,维修,2026-11-15,6,', 'E-3,徐汇店,差旅,2026-12-01,6,']);
    expect(faults(unplaced)).toEqual(['lines.3 no-line', 'lines.4 no-line']);
    expect((await song.get<RecountView>('/budgets/recount')).body).toMatchObject({ movements: 1 });
    expect((await spend(['E-1,徐汇店,差旅,2026-11-15,6,'], '?trial=true')).body).toEqual({ posted: 1, known: 0 });
    expect((await spend(['E-1,徐汇店,差旅,2026-11-15,6,布展'])).body).toEqual({ posted: 1, known: 0 });
    expect((await spend(['E-1,徐汇店,差旅,2026-11-15,6,', 'E-2,徐汇店,差旅,2026-11-16,106,'])).body).toEqual({ posted: 1, known: 1 });
    const [line] = await lines();
    expect(line?.sums).toMatchObject({ spent: { amount: '112.00' }, outside: { amount: '112.00' }, available: { amount: '-12.00' } });
    expect((await song.get<RecountView>(`/budgets/recount?line=${line?.id}`)).body).toMatchObject({
      ...{ lines: 1, movements: 3, differing: 0, ofLine: 3 },
    });
    const { body } = await song.get<BudgetMovementPage>(`/budgets/movements?line=${line?.id}`);
    expect(body.items[1]).toMatchObject({ kind: 'outside', note: '布展', reference: 'E-1', by: { name: { zh: '顾明' } } });
  });

  it('post a reference once however it is spelt and whoever tells of it at once, and say where its amount is another', async () => {
    await plan([row('徐汇店', '差旅', '100'), row('静安店', '差旅', '100')]);
    const at = (shop: string, reference: string, amount = '6') => spend([`${reference},${shop},差旅,2026-11-15,${amount},`]);
    const answers = await Promise.all([at('徐汇店', 'E-7'), at('静安店', 'e-7'), at('徐汇店', 'Ｅ－７'), at('静安店', ' E -7')]);
    expect(answers.map(({ status, body }) => [status, body['posted']]).sort()).toEqual([
      [200, 0],
      [200, 0],
      [200, 0],
      [200, 1],
    ]);
    const other = await at('徐汇店', 'e-7', '7');
    expect([other.status, faults(other)]).toEqual([422, ['lines.2 posted-otherwise']]);
    const much = (reference: string) => at('徐汇店', reference, '9000000000000');
    expect([(await much('M-1')).status, faults(await much('M-2'))]).toEqual([200, ['lines.2 too-large']]);
  });

  it('have a plan under one name, however it is spelt', async () => {
    const named = (title: string) =>
      gu.send('POST', '/budgets/plans', { plan: title, csv: [HEAD, row('徐汇店', '差旅', '100')].join('\n') });
    expect((await named('Plan 2026')).body).toMatchObject({ created: 1 });
    for (const title of ['plan 2026', 'Ｐｌａｎ２０２６', 'Plan\u200b 2026'])
      expect([title, (await named(title)).body]).toMatchObject([title, { unchanged: 1 }]);
    expect((await gu.get<BudgetSetView>('/budgets/set')).body.plans).toHaveLength(1);
  });

  it('ship with a plan of this year for every store of the demo and for marketing, and with what its books have spent so far, once', async () => {
    const [company] = await api.database.query<{ id: string; month: number }[]>(
      'SELECT id, extract(month FROM company_day(time_zone))::int AS month FROM company LIMIT 1',
    );
    for (const _ of [1, 2]) await seedBudgets(api.database.manager, company?.id ?? '');
    const { body } = await song.get<RecountView>('/budgets/recount');
    const posted = (1 + (company?.month ?? 0)) * 11 * 4;
    // Twelve stores with seven categories, and what marketing spends on promotions.
    const planned = 13 * (12 * 7 + 1);
    expect(body).toMatchObject({ lines: planned, movements: planned + posted, differing: 0 });
    const [overdrawn] = await api.database.query<{ count: string }[]>(
      'SELECT count(*) FROM budget_line WHERE planned + moved + extended - reserved - committed - spent = -120000',
    );
    expect(overdrawn?.count).toBe('1');
    const [root] = (await song.get<BudgetTreePage>('/budgets/tree')).body.items;
    expect(root?.sums.planned.amount).toBe('835500.00');
  });
});
