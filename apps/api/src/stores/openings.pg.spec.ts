import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';
import { Desks } from '../tasks/desks.fixture';
import type { OpeningPage } from './dto/opening.view';

const day = (days: number): string => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
const DONE = { signed: [{ person: 'x', at: '2026-11-01T00:00:00.000Z', n: 3, seat: 's' }], seats: [['s']] };
const OPEN = { seats: [['s']] };

describe('stores that are to open', () => {
  let api: ApiUnderTest;
  let desks: Desks;
  let keeper: Caller;
  beforeAll(async () => {
    api = await startApi();
    desks = new Desks(api.database);
    keeper = await api.as('he-fang');
  });
  afterAll(() => api.stop());
  beforeEach(() => api.database.query('TRUNCATE request CASCADE'));

  const unit = async (key: string): Promise<string> =>
    (await api.database.query<{ id: string }[]>('SELECT id FROM unit WHERE key = $1', [key]))[0]?.id ?? '';
  const opening = async (title: string, opens: number | null, of: Record<string, object> = {}): Promise<string> => {
    const id = await desks.request({
      ...{ definition: 'store-opening', requester: 'zhao-yue', title, unitId: await unit('area-jingan') },
      tasks: [{ person: 'zhao-yue' }],
    });
    const openingOn = opens === null ? undefined : day(opens);
    await api.database.query(
      `UPDATE request SET form = $2, state = jsonb_set(jsonb_set(state, '{context,steps}', $3), '{context,fields}', $2) WHERE id = $1`,
      [
        id,
        JSON.stringify({ openingOn }),
        JSON.stringify({ preparation: { status: 'open', generation: 1, seats: {}, items: { since: day(0), waivers: [], of } } }),
      ],
    );
    return id;
  };
  const list = async (query = '', caller = keeper): Promise<OpeningPage> => (await caller.get<OpeningPage>(`/openings?${query}`)).body;
  const ids = async (query = '', caller = keeper): Promise<string[]> => (await list(query, caller)).items.map(({ id }) => id);

  it('are told with how far their lists have come, the next to open first', async () => {
    const none = await opening('Without a day', null);
    const late = await opening('Nanxiang', 18, { 'open-14': OPEN, 'open-02': DONE, 'open-19': OPEN });
    const soon = await opening('Next week', 7, { 'open-09': DONE });
    await desks.request({ definition: 'store-opening', status: 'approved' });
    const { items } = await list();
    expect(items.map(({ id, daysLeft, settled, items: all, lateItems, late: is }) => [id, daysLeft, settled, all, lateItems, is])).toEqual([
      [soon, 7, 1, 1, 0, false],
      [late, 18, 1, 3, 1, true],
      [none, null, 0, 0, 0, false],
    ]);
    expect(items[0]).toMatchObject({ requester: { name: { zh: '赵悦' } }, waitingFor: [{ name: { zh: '赵悦' } }] });
    expect(await ids('view=late')).toEqual([late]);
    expect(await ids('q=nanx')).toEqual([late]);
  });

  it('name everybody whom they wait for, each once', async () => {
    const id = await opening('Nanxiang', 18);
    const people = ['zhao-yue', 'zhang-wei', 'zhao-yue', 'sun-qian', 'zhou-yan', 'li-na', 'chen-jing'];
    await api.database.query('DELETE FROM task WHERE request_id = $1', [id]);
    await api.database.query(
      `INSERT INTO task (id, company_id, request_id, step, kind, generation, seat, person_id, status, opened_at)
       SELECT gen_random_uuid(), p.company_id, $1, s.step, 'approve', 1, k.seat, p.id, 'open', now()
         FROM unnest($2::text[]) WITH ORDINALITY AS k(key, seat) JOIN person p ON p.key = k.key, standing s WHERE s.request_id = $1`,
      [id, people],
    );
    const [row] = (await list()).items;
    expect(row?.waitingFor.map(({ name }) => name.zh)).toEqual(['赵悦', '张伟', '孙倩', '周岩', '李娜', '陈静']);
  });

  it('lead only to what the reader may open, and tell in no title what is hidden from them', async () => {
    const made = await opening('Nanxiang 2027-01-01', 30);
    const sun = await api.as('sun-qian');
    expect((await list()).items).toMatchObject([{ id: made, readable: false }]);
    expect((await list('', sun)).items).toMatchObject([{ id: made, readable: true }]);
    expect((await keeper.send('GET', `/requests/${made}`)).status).toBe(403);
    expect((await sun.send('GET', `/requests/${made}`)).status).not.toBe(403);
    await api.database.query(
      `INSERT INTO definition (id, company_id, key, version, status, hash, body, source)
       SELECT gen_random_uuid(), company_id, key, 99, 'retired', 'x', jsonb_set(body, '{flow,0,fields,hidden}', '["openingOn"]'), source FROM definition
       WHERE key = 'store-opening' AND status = 'published'`,
    );
    await api.database.query(`UPDATE request SET definition_id = (SELECT id FROM definition WHERE version = 99) WHERE id = $1`, [made]);
    expect((await list()).items).toMatchObject([{ title: { zh: '新店开业' }, opensOn: null, daysLeft: null }]);
    expect([await ids('q=nanxiang'), await ids('q=开业')]).toEqual([[], [made]]);
  });

  it('are paged, and closed to whoever neither keeps leases nor tracks their unit', async () => {
    const made = [await opening('A', 1), await opening('B', 2), await opening('C', 3)];
    const first = await list('limit=2');
    expect([...first.items.map(({ id }) => id), ...(await ids(`limit=2&cursor=${first.nextCursor}`))]).toEqual(made);
    expect((await (await api.as('wu-di')).send('GET', '/openings')).status).toBe(403);
    expect(await ids('', await api.as('sun-qian'))).toEqual(made);
    expect(await ids(`unit=${await unit('area-xuhui')}`)).toEqual([]);
    for (const wrong of ['view=x', 'unit=1', 'cursor=x'])
      expect((await keeper.send('GET', `/openings?${wrong}`)).status).toBeGreaterThanOrEqual(400);
  });
});
