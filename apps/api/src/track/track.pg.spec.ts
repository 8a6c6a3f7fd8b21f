import type { Outcome } from '@countersign/domain';
import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';
import { Desks, type DeskRequest } from '../tasks/desks.fixture';
import type { InboxPage, TaskCounts } from '../tasks/dto/task.view';
import type {
  MapStep,
  ProcessMap,
  SavedViews,
  TrackCounts,
  PersonLoadPage,
  TrackedPerson,
  TrackedProcesses,
  TrackPage,
} from './dto/track.view';

describe('the desk of those who track requests', () => {
  let api: ApiUnderTest;
  let desks: Desks;

  beforeAll(async () => {
    api = await startApi();
    desks = new Desks(api.database);
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    await api.database.query('TRUNCATE request CASCADE');
    await api.database.query(`DELETE FROM person_right WHERE right_name = 'requests.track'`);
  });

  const page = async (caller: Caller, query: string): Promise<TrackPage> => {
    const { status, body } = await caller.get<TrackPage>(`/track/requests?${query}`);
    expect([query, status, status === 200 ? null : body]).toEqual([query, 200, null]);
    return body;
  };
  const ids = async (caller: Caller, query = ''): Promise<string[]> => (await page(caller, query)).items.map(({ requestId }) => requestId);
  const counts = async (caller: Caller, query = ''): Promise<TrackCounts> => (await caller.get<TrackCounts>(`/track/counts?${query}`)).body;
  const give = (key: string, right: string): Promise<unknown> =>
    api.database.query(
      `INSERT INTO person_right (person_id, right_name, company_id) SELECT id, $2, company_id FROM person WHERE key = $1`,
      [key, right],
    );
  const unitOf = async (key: string): Promise<string> => {
    const [row] = await api.database.query<{ id: string }[]>(
      `SELECT o.unit_id AS id FROM position o JOIN person p ON p.id = o.person_id WHERE p.key = $1 ORDER BY o.key LIMIT 1`,
      [key],
    );
    return row?.id ?? '';
  };

  it('is closed to whoever has none of its rights, and says whom to ask', async () => {
    const nobody = await api.as('li-na');
    const somebody = await desks.person('li-na');
    for (const path of ['requests', 'counts', 'processes', 'processes/expense-reimbursement', 'people', `people/${somebody}`, 'views'].map(
      (end) => `/track/${end}`,
    )) {
      const { status, body } = await nobody.send('GET', path);
      expect([path, status, body['code']]).toEqual([path, 403, 'right-missing']);
    }
    expect((await nobody.get<{ desks: string[] }>('/me')).body.desks).not.toContain('track');
    expect((await (await api.as('jiang-ming')).get<{ desks: string[] }>('/me')).body.desks).toContain('track');
  });

  it('has one row for a request by the step that presses most, the longest wait first, with whom it waits for', async () => {
    const old = await desks.request({
      tasks: [
        { person: 'zhang-wei', openedDaysAgo: 9 },
        { person: 'sun-qian', openedDaysAgo: 9, due: 3 },
      ],
      daysAgo: 9,
    });
    const late = await desks.request({ tasks: [{ person: 'zhang-wei', openedDaysAgo: 2, due: -1 }], daysAgo: 2 });
    const back = await desks.request({ status: 'returned', daysAgo: 1 });
    await desks.request({ status: 'approved', tasks: [{ person: 'zhang-wei', decidedDaysAgo: 1 }] });
    const jiang = await api.as('jiang-ming');
    const { items } = await page(jiang, '');
    expect(items.map(({ requestId }) => requestId)).toEqual([old, late, back]);
    const worked = items.map(({ workedMinutes }) => workedMinutes ?? -1);
    expect(worked[0]).toBeGreaterThan(worked[1] ?? 0);
    expect(worked[0]).toBeLessThan(9 * 24 * 60);
    expect(items.map(({ limitMinutes }) => limitMinutes === null)).toEqual([false, false, true]);
    expect(items.map(({ kind, others, stepId }) => [kind, others, stepId])).toEqual([
      ['waiting', 0, 'superior-review'],
      ['waiting', 0, 'superior-review'],
      ['returned', 0, ''],
    ]);
    expect(items[0]?.waitingFor).toHaveLength(2);
    expect(await ids(jiang, 'sort=due')).toEqual([late, old, back]);
    expect(await ids(jiang, 'view=overdue')).toEqual([late]);
    expect(await ids(jiang, 'kind=returned')).toEqual([back]);
    expect(await counts(jiang)).toMatchObject({ underWay: 3, waiting: 2, overdue: 1, stuck: 0 });
  });

  it('names everybody whom a request waits for, each once, however many of its tasks are theirs', async () => {
    await desks.request({
      tasks: ['zhang-wei', 'sun-qian', 'zhang-wei', 'zhou-yan', 'li-na', 'chen-jing', 'liu-chang'].map((person) => ({ person })),
    });
    const { items } = await page(await api.as('jiang-ming'), '');
    expect(items[0]?.waitingFor.map(({ name }) => name.zh)).toEqual(['张伟', '孙倩', '周岩', '李娜', '陈静', '刘畅']);
  });

  it('narrows by person, age, amount and process, all within one address', async () => {
    const zhang = await desks.person('zhang-wei');
    const big = await desks.request({ amount: 900_000_00, tasks: [{ person: 'zhang-wei', openedDaysAgo: 5 }] });
    const small = await desks.request({ amount: 10_00, tasks: [{ person: 'zhang-wei', openedDaysAgo: 1 }] });
    const other = await desks.request({ amount: 900_000_00, tasks: [{ person: 'sun-qian', openedDaysAgo: 4 }] });
    const jiang = await api.as('jiang-ming');
    expect(await ids(jiang, `waits=${zhang}`)).toEqual([big, small]);
    expect(await ids(jiang, `waits=${zhang}&amountMin=1000`)).toEqual([big]);
    expect(await ids(jiang, `waits=${zhang}&waited=48&kind=waiting`)).toEqual([big]);
    expect(await ids(jiang, 'amountMax=100')).toEqual([small]);
    expect(await ids(jiang, 'waited=48')).toEqual([big, other]);
    expect(await ids(jiang, 'definition=expense-reimbursement&step=superior-review&version=1')).toHaveLength(3);
    expect(await ids(jiang, 'definition=expense-reimbursement&step=elsewhere')).toEqual([]);
    for (const wrong of [
      'step=superior-review',
      'waited=0',
      'view=all',
      'waits=somebody',
      'amountMin=much',
      'kind=lost',
      `cursor=${'x'.repeat(20)}`,
    ])
      expect([wrong, (await jiang.send('GET', `/track/requests?${wrong}`)).status]).toEqual([
        wrong,
        wrong.startsWith('step') || wrong.startsWith('cursor') || wrong.startsWith('amount') ? 400 : 422,
      ]);
  });

  it('goes on page by page without losing or repeating a row', async () => {
    const made: string[] = [];
    for (let day = 9; day > 0; day--) made.push(await desks.request({ tasks: [{ person: 'zhang-wei', openedDaysAgo: day }] }));
    const jiang = await api.as('jiang-ming');
    const found: string[] = [];
    for (let cursor = ''; ;) {
      const { items, nextCursor } = await page(jiang, `limit=4${cursor}`);
      found.push(...items.map(({ requestId }) => requestId));
      if (nextCursor === null) break;
      cursor = `&cursor=${nextCursor}`;
    }
    expect(found).toEqual(made);
  });

  it('ends where the posts of somebody end who tracks only their own units, for the list, the counts and the page', async () => {
    await give('zhang-wei', 'requests.track');
    const zhang = await api.as('zhang-wei');
    const own = await desks.request({ requester: 'wu-di', unitId: await unitOf('zhang-wei'), tasks: [{ person: 'sun-qian' }] });
    const far = await desks.request({ requester: 'wu-di', unitId: await unitOf('jiang-ming'), tasks: [{ person: 'sun-qian' }] });
    const none = await desks.request({ requester: 'wu-di', tasks: [{ person: 'sun-qian' }] });
    expect(await ids(zhang)).toEqual([own]);
    expect(await ids(zhang, `waits=${await desks.person('sun-qian')}`)).toEqual([own]);
    expect(await counts(zhang)).toMatchObject({ underWay: 1 });
    for (const closed of [far, none]) expect((await zhang.send('GET', `/requests/${closed}`)).status).toBe(403);
    expect((await zhang.send('POST', `/requests/${own}/comments`, { text: 'x' })).status).toBe(403);
  });

  it.each(['requests.operate', 'requests.assign', 'requests.override'])(
    'lets whoever has %s look at the requests of their units and ask something of them, and of no others',
    async (right) => {
      await give('zhang-wei', right);
      const zhang = await api.as('zhang-wei');
      const own = await desks.request({ requester: 'wu-di', unitId: await unitOf('zhang-wei'), tasks: [{ person: 'sun-qian' }] });
      const far = await desks.request({ requester: 'wu-di', unitId: await unitOf('jiang-ming'), tasks: [{ person: 'sun-qian' }] });
      const asked = async (id: string): Promise<number[]> => [
        (await zhang.send('GET', `/requests/${id}`)).status,
        (await zhang.send('POST', `/requests/${id}/comments`, { text: 'x' })).status,
      ];
      expect([await ids(zhang), await asked(far), await asked(own)]).toEqual([[own], [403, 403], [200, 201]]);
      await api.database.query(`DELETE FROM person_right WHERE right_name = $2 AND person_id = $1`, [
        await desks.person('zhang-wei'),
        right,
      ]);
      expect(await asked(own)).toEqual([403, 403]);
    },
  );

  it('opens an approved request to whoever may revoke it by their role, also where they had no part in it, and to nobody else', async () => {
    const id = await desks.request({ requester: 'wu-di', status: 'approved', number: 'BX-2026-7001', unitId: await unitOf('zhang-wei') });
    const director = await desks.holder('finance-director');
    await api.database.query(`DELETE FROM person_right WHERE right_name = 'requests.read-all' AND person_id = $1`, [
      await desks.person(director),
    ]);
    const caller = await api.as(director);
    const listed = async (): Promise<unknown[]> => {
      const { items } = (await caller.get<InboxPage>('/tasks?tab=ended')).body;
      return [items.map(({ requestId }) => requestId), (await caller.get<TaskCounts>('/tasks/counts')).body.ended];
    };
    const seen = async (): Promise<unknown[]> => {
      const page = await caller.get<{ allowed: { command: string; enabled: boolean }[] }>(`/requests/${id}`);
      const found = await caller.get<{ requests: { requestId: string }[] }>('/search?q=bx-2026-7001');
      const button = page.status === 200 && page.body.allowed.find(({ command }) => command === 'revoke')?.enabled;
      return [page.status, button, found.body.requests.map(({ requestId }) => requestId)];
    };
    await desks.ended(id, 'rejected', 1);
    expect([await seen(), await listed()]).toEqual([
      [403, false, []],
      [[], 0],
    ]);
    await desks.ended(id, 'approved', 91);
    expect([await seen(), await listed()]).toEqual([
      [403, false, []],
      [[], 0],
    ]);
    await desks.ended(id, 'approved', 1);
    expect([await seen(), await listed()]).toEqual([
      [200, true, [id]],
      [[id], 1],
    ]);
    for (const path of ['timeline', 'audit', 'discussion']) expect((await caller.send('GET', `/requests/${id}/${path}`)).status).toBe(200);
    // The store manager who has nothing to do with it does not.
    const manager = await api.as('li-na');
    expect((await manager.send('GET', `/requests/${id}`)).status).toBe(403);
    expect((await manager.get<InboxPage>('/tasks?tab=ended')).body.items).toEqual([]);
    // Whoever has done something with a request can read what became of it.
    await api.database.query(
      `INSERT INTO transition (request_id, n, company_id, command_id, type, actor_id, at, command, facts, events, hash, previous_chain, chain)
       SELECT id, 7, company_id, 'revoked', 'revoke', $2, now(), '{"type":"revoke"}', '{}', '[]', 'h', 'p', 'c' FROM request WHERE id = $1`,
      [id, caller.personId],
    );
    await desks.ended(id, 'revoked', 1);
    expect(await seen()).toEqual([200, undefined, [id]]);
  });

  it('lists what ever came to its end, by how and when, within the area, page by page, and of it what the reader may take up again', async () => {
    await give('zhang-wei', 'requests.track');
    const unitId = await unitOf('zhang-wei');
    const ended = async (outcome: Outcome, daysAgo: number, more: DeskRequest = {}): Promise<string> => {
      const id = await desks.request({ requester: 'wu-di', unitId, daysAgo: daysAgo + 1, ...more });
      await desks.ended(id, outcome, daysAgo);
      return id;
    };
    const lately = await ended('approved', 2);
    const before = await ended('approved', 30, { unitId: await unitOf('jiang-ming') });
    const no = await ended('rejected', 50);
    const long = await ended('approved', 200);
    const own = await ended('approved', 20, { requester: 'jiang-ming' });
    await desks.request({ requester: 'wu-di', unitId });
    const jiang = await api.as('jiang-ming');
    const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
    expect(await ids(jiang, 'view=ended')).toEqual([lately, own, before, no, long]);
    expect(await ids(jiang, 'view=ended&outcome=rejected')).toEqual([no]);
    expect(await ids(jiang, `view=ended&endedFrom=${day(60)}&endedTo=${day(25)}`)).toEqual([before, no]);
    // An approval of an expense can be revoked for 90 days by whoever looks after requests, but never their own.
    expect(await ids(jiang, 'view=ended&again=true')).toEqual([lately, before]);
    expect(await ids(jiang, `view=ended&again=true&endedTo=${day(25)}`)).toEqual([before]);
    const first = await page(jiang, 'view=ended&limit=2');
    const rest = await page(jiang, `view=ended&limit=3&cursor=${first.nextCursor}`);
    expect([...first.items, ...rest.items].map(({ requestId }) => requestId)).toEqual([lately, own, before, no, long]);
    expect(rest.nextCursor).toBeNull();
    const zhang = await api.as('zhang-wei');
    expect([await ids(zhang, 'view=ended'), await ids(zhang, 'view=ended&again=true')]).toEqual([[lately, own, no, long], []]);
    for (const wrong of ['outcome=lost', 'endedFrom=2026-02-30', 'again=maybe'])
      expect([wrong, (await jiang.send('GET', `/track/requests?view=ended&${wrong}`)).status]).toEqual([wrong, 422]);
  });

  it('tells what came to its end lately, and how long it took', async () => {
    const done = await desks.request({ status: 'approved', daysAgo: 4 });
    const before = await desks.request({ status: 'approved', daysAgo: 40 });
    await api.database.query(`UPDATE request SET finished_at = submitted_at + interval '2 days' WHERE id = ANY ($1)`, [[done, before]]);
    const jiang = await api.as('jiang-ming');
    const { items } = await page(jiang, 'view=finished');
    expect(items.map(({ requestId, kind }) => [requestId, kind])).toEqual([[done, 'finished']]);
    expect(await counts(jiang)).toMatchObject({ underWay: 0, finished: 1, medianMinutes: 2 * 24 * 60 });
  });

  it('draws a process with how many stand at each step, what was returned and where else they are', async () => {
    await desks.request({
      tasks: [
        { person: 'zhang-wei', openedDaysAgo: 3, due: -1 },
        { person: 'sun-qian', openedDaysAgo: 3 },
      ],
    });
    await desks.request({ tasks: [{ person: 'zhang-wei', openedDaysAgo: 1 }] });
    await desks.request({ status: 'returned' });
    const done = await desks.request({ status: 'approved', daysAgo: 5 });
    await api.database.query(
      `INSERT INTO request_time SELECT id, company_id, definition_id, definition_key, NULL, submitted_at, now(), 600, 1 FROM request WHERE id = $1`,
      [done],
    );
    await api.database.query(
      `INSERT INTO step_time (request_id, at, company_id, definition_id, definition_key, finished_at, step, kind, opened_at, closed_at, minutes, late, ended)
       SELECT request_id, at, company_id, definition_id, definition_key, finished_at, 'superior-review', 'people', now(), now(), 100 * at, false,
         CASE at WHEN 1 THEN 'returned' WHEN 9 THEN 'closed' ELSE 'passed' END FROM request_time, unnest(ARRAY[1, 2, 4, 9]) AS at WHERE request_id = $1`,
      [done],
    );
    const jiang = await api.as('jiang-ming');
    const { body: map } = await jiang.get<ProcessMap>('/track/processes/expense-reimbursement');
    const all = (steps: MapStep[]): MapStep[] => steps.flatMap((step) => [step, ...step.arms.flatMap((arm) => all(arm.steps))]);
    const review = all(map.steps).find(({ id }) => id === 'superior-review');
    expect([review?.here, review?.overdue, review?.stuck, review?.medianMinutes, review?.returned]).toEqual([2, 1, 0, 200, 1]);
    expect([map.returned, map.elsewhere]).toEqual([1, 0]);
    expect(map.versions).toEqual([{ version: 1, underWay: 3 }]);
    const { body: list } = await jiang.get<TrackedProcesses>('/track/processes');
    expect(list.items).toMatchObject([{ key: 'expense-reimbursement', underWay: 3, overdue: 1, stuck: 0 }]);
    for (const nowhere of ['nothing', 'expense-reimbursement?version=99'])
      expect([nowhere, (await jiang.send('GET', `/track/processes/${nowhere}`)).status]).toEqual([nowhere, 404]);
  });

  it('tells how much waits for somebody, within what one tracks', async () => {
    await desks.request({ unitId: await unitOf('zhang-wei'), tasks: [{ person: 'sun-qian', openedDaysAgo: 4, due: -1 }] });
    await desks.request({ unitId: await unitOf('jiang-ming'), tasks: [{ person: 'sun-qian', openedDaysAgo: 2 }] });
    await desks.request({ tasks: [{ person: 'sun-qian', openedDaysAgo: 4, decidedDaysAgo: 3 }] });
    const sun = await desks.person('sun-qian');
    const { body } = await (await api.as('jiang-ming')).get<TrackedPerson>(`/track/people/${sun}`);
    expect(body).toMatchObject({ left: false, waiting: 2, overdue: 1, longestMinutes: 4 * 24 * 60, medianMinutes: 24 * 60 });
    await give('zhang-wei', 'requests.track');
    const { body: part } = await (await api.as('zhang-wei')).get<TrackedPerson>(`/track/people/${sun}`);
    expect(part).toMatchObject({ waiting: 1, overdue: 1 });
  });

  it('lists who has how much to do and how old it is, by what is overdue, by all of it or by the longest wait, within the area', async () => {
    const jiang = await api.as('jiang-ming');
    const load = async (query: string, caller = jiang): Promise<[string, number, number, number[]][]> => {
      const { status, body } = await caller.get<PersonLoadPage>(`/track/people?${query}`);
      expect([query, status]).toEqual([query, 200]);
      return body.items.map(({ person, waiting, overdue, ages }) => [person.name.zh, waiting, overdue, ages]);
    };
    expect(await load('')).toEqual([]);
    await desks.request({ tasks: [{ person: 'zhang-wei', openedDaysAgo: 2, due: -1 }] });
    for (const openedDaysAgo of [0, 5]) await desks.request({ tasks: [{ person: 'sun-qian', openedDaysAgo }] });
    await desks.request({ tasks: [{ person: 'zhou-yan', openedDaysAgo: 9, due: 3 }] });
    await desks.request({ status: 'approved', tasks: [{ person: 'liu-chang', decidedDaysAgo: 1 }] });
    const zhang = ['张伟', 1, 1, [0, 1, 0, 0]];
    const sun = ['孙倩', 2, 0, [1, 0, 1, 0]];
    const zhou = ['周岩', 1, 0, [0, 0, 0, 1]];
    expect(await load('')).toEqual([zhang, sun, zhou]);
    expect(await load('sort=waiting')).toEqual([sun, zhang, zhou]);
    expect(await load('sort=longest')).toEqual([zhou, sun, zhang]);
    expect(await load('definition=elsewhere')).toEqual([]);
    expect(await load(`unit=${await unitOf('gao-yang')}`)).toEqual([]);
    for (const sort of ['overdue', 'waiting', 'longest']) {
      const names: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const { body }: { body: PersonLoadPage } = await jiang.get<PersonLoadPage>(`/track/people?limit=1&sort=${sort}&cursor=${cursor}`);
        names.push(...body.items.map(({ person }) => person.name.zh));
        cursor = body.nextCursor;
      }
      expect([sort, names]).toEqual([sort, (await load(`sort=${sort}`)).map(([name]) => name)]);
    }
    await give('gao-yang', 'requests.track');
    expect(await load('', await api.as('gao-yang'))).toEqual([]);
    for (const wrong of ['sort=name', 'unit=somewhere']) expect((await jiang.send('GET', `/track/people?${wrong}`)).status).toBe(422);
  });

  it('keeps views with the account, apart from the filters of the inbox', async () => {
    const jiang = await api.as('jiang-ming');
    const { status, body } = await jiang.send('POST', '/track/views', {
      name: '逾期的大额',
      filters: { view: 'overdue', amountMin: '1万' },
    });
    expect([status, body['filters']]).toEqual([201, { view: 'overdue', amountMin: '1万' }]);
    expect((await jiang.get<SavedViews>('/track/views')).body.items.map(({ name }) => name)).toEqual(['逾期的大额']);
    expect((await jiang.get<{ items: { name: string | null }[] }>('/me/filters')).body.items.filter(({ name }) => name !== null)).toEqual(
      [],
    );
    for (const wrong of [{ filters: {} }, { filters: { amountMin: 'much' } }, { filters: { view: 'all' } }, { filters: { owner: 'x' } }])
      expect([wrong, (await jiang.send('POST', '/track/views', { name: 'x', ...wrong })).status]).toEqual([wrong, expect.any(Number)]);
    expect((await jiang.get<SavedViews>('/track/views')).body.items).toHaveLength(1);
    expect((await (await api.as('li-na')).send('POST', '/track/views', { name: 'x', filters: { view: 'overdue' } })).status).toBe(403);
    await jiang.send('DELETE', `/track/views/${String(body['id'])}`);
    expect((await jiang.get<SavedViews>('/track/views')).body.items).toEqual([]);
  });

  it('follows every change of the request’s rows, and nothing else', async () => {
    const id = await desks.request({ tasks: [{ person: 'zhang-wei' }] });
    const standing = () => api.database.query(`SELECT kind FROM standing WHERE request_id = $1`, [id]);
    expect(await standing()).toEqual([{ kind: 'waiting' }]);
    await api.database.query(
      `UPDATE request SET state = jsonb_set(state, '{context,suspendedAt}', '"2026-01-01T00:00:00.000Z"') WHERE id = $1`,
      [id],
    );
    await api.database.query(`SELECT write_desks(id, company_id, '{}') FROM request WHERE id = $1`, [id]);
    expect(await standing()).toEqual([{ kind: 'suspended' }]);
    await api.database.query(`UPDATE request SET status = 'terminated' WHERE id = $1`, [id]);
    await api.database.query(`SELECT write_desks(id, company_id, '{}') FROM request WHERE id = $1`, [id]);
    expect(await standing()).toEqual([]);
  });
});
