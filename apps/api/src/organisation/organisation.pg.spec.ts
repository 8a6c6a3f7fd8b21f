import { randomUUID } from 'node:crypto';
import { turnLeavings } from '@countersign/database';
import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';
import { Desks } from '../tasks/desks.fixture';
import type { HandChangeView } from './hand/hand-change.dto';
import type { LeavingAnswer, LeavingView } from './leaving/leaving.dto';
import type { DeskPostPage, PersonDeskView, TreePage } from './dto/desk.view';

describe('the desk of people', () => {
  let api: ApiUnderTest;
  let lu: Caller;
  let today: string;
  beforeAll(async () => {
    api = await startApi();
    lu = await api.as('lu-ning');
    [{ today }] = await api.database.query<[{ today: string }]>(`SELECT company_day(time_zone)::text AS today FROM company`);
  });
  afterAll(() => api.stop());

  const idOf = async (table: 'person' | 'unit', key: string): Promise<string> => {
    const [row] = await api.database.query<{ id: string }[]>(`SELECT id FROM ${table} WHERE key = $1`, [key]);
    return row?.id ?? '';
  };
  const postOf = async (person: string): Promise<string> => {
    const { posts } = await deskOf(person);
    return posts.find(({ state }) => state === 'held')!.id;
  };
  const deskOf = async (key: string, caller = lu): Promise<PersonDeskView> =>
    (await caller.get<PersonDeskView>(`/organisation/people/${await idOf('person', key)}`)).body;
  const change = (body: object, query = '', caller = lu) => caller.send<HandChangeView>('POST', `/organisation/changes${query}`, body);
  const leave = async (key: string, body: object, query = '', caller = lu) =>
    caller.send<LeavingAnswer>('POST', `/organisation/people/${await idOf('person', key)}/leaving${query}`, {
      heirs: [],
      until: day(90),
      ...body,
    });
  const codes = ({ body }: { body: unknown }): string[] => ((body as { errors?: { code: string }[] }).errors ?? []).map(({ code }) => code);
  const day = (days: number): string => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);

  it('shows the units level by level, with the posts below each, and posts with who holds them', async () => {
    const reader = await api.as('li-na');
    const [company] = (await reader.get<TreePage>('/organisation/units')).body.items;
    expect(company).toMatchObject({ kind: 'company', inner: true });
    const below = (await reader.get<TreePage>(`/organisation/units?parent=${company!.id}&limit=200`)).body.items;
    const own = (await reader.get<DeskPostPage>('/organisation/posts?limit=200')).body.items;
    expect(company!.posts).toBeGreaterThanOrEqual(below.reduce((sum, { posts }) => sum + posts, 0));
    expect(own.length).toBeGreaterThan(20);
    const first = (await reader.get<DeskPostPage>('/organisation/posts?limit=5')).body;
    const second = (await reader.get<DeskPostPage>(`/organisation/posts?limit=5&cursor=${first.nextCursor ?? ''}`)).body;
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(own.slice(0, 10).map(({ id }) => id));
    const found = (await reader.get<DeskPostPage>(`/organisation/posts?unit=${await idOf('unit', 'store-xuhui')}&q=lina`)).body.items;
    expect(found).toMatchObject([{ person: { name: { zh: '李娜' } }, state: 'held', unit: { zh: '徐汇店' } }]);
  });

  it('tells of a person what they may sign, and of their account, to whoever may know', async () => {
    const full = await deskOf('zhang-wei');
    expect(full.posts[0]).toMatchObject({ state: 'held', primary: true });
    expect(full.superior).toMatchObject({ name: { zh: '孙倩' } });
    expect(full.reports).toBeGreaterThan(0);
    expect(full.authority?.some(({ kind, limit }) => kind === 'approve-within-limit' && limit !== null)).toBe(true);
    expect(full.account).toMatchObject({ rights: [], login: 'zhang-wei' });
    expect(await deskOf('zhang-wei', await api.as('li-na'))).toMatchObject({ authority: null, account: null, duties: null, leaving: null });
    expect((await lu.get(`/organisation/people/${randomUUID()}`)).status).toBe(404);
  });

  it('changes a post by hand after a trial that names the tasks that move and the processes that break', async () => {
    await new Desks(api.database).request({ daysAgo: 1, tasks: [{ person: 'zhang-wei' }] });
    const post = await postOf('zhang-wei');
    const ends = { kind: 'end', post, day: today };
    const { status, body } = await change(ends, '?trial=true');
    expect(status).toBe(200);
    expect(body.changed).toBe(1);
    expect(body.openTasks).not.toBeNull();
    expect(body.broken).toMatchObject([{ post }]);
    expect((await deskOf('zhang-wei')).posts[0]).toMatchObject({ validTo: null });
    expect((await change({ ...ends, day: day(3) })).status).toBe(200);
    expect((await deskOf('zhang-wei')).posts[0]).toMatchObject({ state: 'held', validTo: day(3) });
    const open = await change({ kind: 'end', post });
    expect([open.status, open.body]).toMatchObject([200, { changed: 1 }]);
    const [noted] = await api.database.query<{ kind: string }[]>(`SELECT kind FROM rule_change ORDER BY at DESC, id DESC LIMIT 1`);
    expect(noted?.kind).toBe('person-changed');
  });

  it('says that two duties come to one person before they do', async () => {
    const [li, post] = [await idOf('person', 'li-na'), await postOf('liu-chang')];
    const { body } = await change(
      { kind: 'give', post: await postOf('chen-jing'), person: await idOf('person', 'liu-chang'), day: today },
      '?trial=true',
    );
    expect(body.duties.length).toBeGreaterThan(0);
    expect((await change({ kind: 'give', post, person: li, day: today }, '?trial=true')).status).toBe(200);
  });

  it('does what its trial has told, or nothing: the later of two who change one post is refused, and finds what it is now', async () => {
    const ends = { kind: 'end', post: await postOf('li-na'), day: day(30) };
    const { standing } = (await change(ends, '?trial=true')).body;
    const press = (shown: string) => change(ends, '', lu.with({ 'If-Match': `"${shown}"` }));
    expect((await change({ ...ends, day: day(60) })).status).toBe(200);
    expect((await press(standing)).body).toMatchObject({ status: 409, code: 'changed-meanwhile' });
    expect((await deskOf('li-na')).posts[0]).toMatchObject({ validTo: day(60) });
    // Somebody else's post is somebody else's business.
    const { standing: now } = (await change(ends, '?trial=true')).body;
    expect((await change({ ...ends, post: await postOf('zhou-yan') })).status).toBe(200);
    expect((await press(now)).status).toBe(200);
    for (const post of [ends.post, await postOf('zhou-yan')]) expect((await change({ kind: 'end', post })).status).toBe(200);
  });

  it('raises nobody by their own hand, and is nobody else’s', async () => {
    const own = await idOf('person', 'lu-ning');
    const give = { kind: 'give', post: await postOf('li-na'), person: own, day: today };
    expect(codes(await change(give))).toEqual(['own']);
    expect(codes(await change({ kind: 'rights', person: own, rights: ['requests.override'] }))).toEqual(['own']);
    expect(codes(await leave('lu-ning', { lastDay: today }))).toEqual(['own-leaving']);
    expect((await change({ kind: 'rights', person: own })).status).toBe(400);
    expect((await change(give, '', await api.as('li-na'))).status).toBe(403);
    expect((await leave('li-na', { lastDay: today }, '', await api.as('li-na'))).status).toBe(403);
  });

  it('lets somebody go after a day, with their posts in other hands, and takes that back', async () => {
    const id = await idOf('person', 'zhang-wei');
    const read = (await lu.get<LeavingView>(`/organisation/people/${id}/leaving?lastDay=${day(5)}`)).body;
    expect(read).toMatchObject({ planned: null, fault: null, places: [{ instead: false, to: { name: { zh: '孙倩' } } }] });
    const tried = (await leave('zhang-wei', { lastDay: day(5) }, '?trial=true')).body;
    expect(tried).toMatchObject({ state: 'tried', broken: [] });
    expect(tried.openTasks?.complete).toBe(true);
    const nobody = { lastDay: day(5), heirs: [{ post: read.places[0]!.post }] };
    expect((await leave('zhang-wei', nobody, '?trial=true')).body.broken).toMatchObject([{ post: read.places[0]!.post }]);
    expect((await leave('zhang-wei', { lastDay: day(5) })).body).toMatchObject({ state: 'planned' });
    expect(codes(await leave('zhang-wei', { lastDay: day(6) }))).toEqual(['planned-already']);
    expect((await deskOf('zhang-wei')).leaving).toMatchObject({ lastDay: day(5), by: { name: { zh: '卢宁' } } });
    expect((await deskOf('zhang-wei')).posts[0]).toMatchObject({ validTo: day(6) });
    await turnLeavings(api.database.manager);
    expect((await lu.get(`/people/${id}`)).body).toMatchObject({ active: true });
    expect((await lu.send('DELETE', `/organisation/people/${id}/leaving`)).status).toBe(200);
    expect((await deskOf('zhang-wei')).posts[0]).toMatchObject({ validTo: null });
    expect((await lu.send('DELETE', `/organisation/people/${id}/leaving`)).status).toBe(404);
  });

  it('ends the account by itself when the last day is over, and notes who arranged it', async () => {
    const id = await idOf('person', 'ye-xin');
    expect((await leave('ye-xin', { lastDay: today })).body).toMatchObject({ state: 'planned' });
    await api.database.query(`UPDATE leaving SET last_day = last_day - 1 WHERE person_id = $1`, [id]);
    await turnLeavings(api.database.manager);
    expect((await lu.get(`/people/${id}`)).body).toMatchObject({ active: false });
    const [noted] = await api.database.query<{ kind: string; by: string }[]>(
      `SELECT c.kind, p.key AS by FROM rule_change c JOIN person p ON p.id = c.actor_id ORDER BY c.at DESC, c.id DESC LIMIT 1`,
    );
    expect(noted).toEqual({ kind: 'person-left', by: 'lu-ning' });
  });

  it('lets somebody go at once who has gone already', async () => {
    expect((await leave('wu-di', { lastDay: day(-1) })).body).toMatchObject({ state: 'left' });
    const desk = await deskOf('wu-di');
    expect(desk.posts.filter(({ state }) => state === 'held')).toEqual([]);
    expect(codes(await leave('wu-di', { lastDay: day(-1) }))).toEqual(['has-left']);
    expect(codes(await leave('gao-yang', { lastDay: day(-9) }))).toEqual(['long-past']);
  });
});
