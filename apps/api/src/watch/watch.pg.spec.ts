import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';
import { Desks } from '../tasks/desks.fixture';
import type { WatchItem, WatchView } from './dto/watch.view';

const HEAD = '组织,类别,起,止,金额';

describe('what finance should look at', () => {
  let api: ApiUnderTest;
  let desks: Desks;
  let song: Caller;
  let store: string;
  beforeAll(async () => {
    api = await startApi();
    desks = new Desks(api.database);
    song = await api.as('song-lan');
    const [unit] = await api.database.query<{ id: string }[]>(`SELECT id FROM unit WHERE name->>'zh' = '徐汇店'`);
    store = unit?.id ?? '';
  });
  afterAll(() => api.stop());
  beforeEach(() => api.database.query('TRUNCATE request, budget_movement, budget_line, budget_plan CASCADE'));

  const spends = (amount: number, daysAgo: number, form: object = {}, status = 'running') =>
    desks.request({ amount, daysAgo, status, form: { costUnit: store, category: 'travel', ...form } });
  const watched = async (kind: WatchItem['kind']): Promise<WatchItem[]> =>
    (await song.get<WatchView>('/watch')).body.items.filter((item) => item.kind === kind);

  it('is closed to whoever does not read budgets', async () => {
    expect((await (await api.as('li-na')).send('GET', '/watch')).status).toBe(403);
    expect((await song.get<WatchView>('/watch')).body).toEqual({ items: [] });
  });

  it('is what was split to stay under a limit, just below one again and again, or paid to one payee', async () => {
    const split = [await spends(4_900_00, 3), await spends(4_900_00, 2)];
    await spends(4_900_00, 2, {}, 'rejected');
    await spends(4_900_00, 60);
    const [found, ...none] = await watched('split');
    expect(none).toEqual([]);
    expect(found).toMatchObject({ person: { name: { zh: '李娜' } }, unit: { name: { zh: '徐汇店' } }, amount: { amount: '9800.00' } });
    expect(found?.requests.map(({ id }) => id).sort()).toEqual(split.sort());
    expect(BigInt(Math.round(Number(found?.limit?.amount) * 100))).toBeGreaterThanOrEqual(490_000n);
    expect((await watched('near-limit')).map(({ requests }) => requests.length)).toEqual([3]);
    await spends(100_000_01, 40, { payee: '申彩印务' });
    expect(await watched('vendor')).toMatchObject([{ vendor: '申彩印务', amount: { amount: '100000.01' } }]);
  });

  it('is what was paid in advance and not settled in time, by whom it was paid to', async () => {
    const advance = async (daysAgo: number): Promise<string> => {
      const id = await desks.request({ definition: 'cash-advance', amount: 3_000_00, tasks: [{ person: 'liu-chang', step: 'clearing' }] });
      const at = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
      const state = JSON.stringify({ carriedOut: ['payment'], doneBy: { payment: { at } } });
      await api.database.query(`UPDATE request SET state = jsonb_set(state, '{context}', state->'context' || $2) WHERE id = $1`, [
        id,
        state,
      ]);
      return id;
    };
    await advance(30);
    expect(await watched('advance')).toEqual([]);
    const late = await advance(31);
    expect(await watched('advance')).toMatchObject([
      { person: { name: { zh: '李娜' } }, amount: { amount: '3000.00' }, requests: [{ id: late }] },
    ]);
  });

  it('is a line that is nearly used up, what is held for long, and what was granted over the plan', async () => {
    const gu = await api.as('gu-ming');
    const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
    await gu.send('PUT', '/budgets/categories/travel', { zh: '差旅', en: 'Travel' });
    const csv = [HEAD, `徐汇店,差旅,${year}-01-01,${year}-12-31,100`, `静安店,差旅,${year}-01-01,${year}-12-31,100`].join('\n');
    expect((await gu.send('POST', '/budgets/plans', { plan: 'p', csv })).status).toBe(200);
    const [line] = await api.database.query<{ id: string }[]>(`SELECT l.id FROM budget_line l WHERE l.unit_id = $1`, [store]);
    const held = await spends(79_99, 40);
    const post = (at: string, movement: object): Promise<unknown> =>
      api.database.query(`SELECT post_movements($1, (SELECT id FROM company LIMIT 1), now() - $2::interval, $3, 1)`, [
        JSON.stringify([{ place: 0, line: line?.id, ...movement }]),
        at,
        held,
      ]);
    await post('40 days', { kind: 'reserve', reserved: 79_99 });
    expect(await watched('line')).toEqual([]);
    expect(await watched('reservation')).toMatchObject([{ line: line?.id, amount: { amount: '79.99' }, requests: [{ id: held }] }]);
    await gu.send('POST', '/budgets/outside', { csv: `单号,组织,类别,日期,金额,说明\nE-1,徐汇店,差旅,${year}-06-15,0.01,` });
    expect(await watched('line')).toMatchObject([{ line: line?.id, share: 80, category: { key: 'travel' }, requests: [{ id: held }] }]);
    expect(await watched('over-plan')).toEqual([]);
  });
});
