import { randomUUID } from 'node:crypto';
import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';
import { encodeCursor } from '../http/cursor';
import { Desks } from './desks.fixture';
import type { InboxPage, SavedFilterItem, SavedFilterList, TaskCounts } from './dto/task.view';

describe('the inbox', () => {
  let api: ApiUnderTest;
  let desks: Desks;

  beforeAll(async () => {
    api = await startApi();
    desks = new Desks(api.database);
  });
  afterAll(() => api.stop());
  beforeEach(() => api.database.query('TRUNCATE request CASCADE'));

  const page = async (caller: Caller, query: string): Promise<InboxPage> => {
    const { status, body } = await caller.get<InboxPage>(`/tasks?${query}`);
    expect([query, status, status === 200 ? null : body]).toEqual([query, 200, null]);
    return body;
  };
  const ids = async (caller: Caller, query: string): Promise<string[]> =>
    (await page(caller, query)).items.map(({ requestId }) => requestId);
  const counts = async (caller: Caller): Promise<TaskCounts> => (await caller.get<TaskCounts>('/tasks/counts')).body;

  /** Every page of a list, a few rows at a time. */
  async function everything(caller: Caller, query: string): Promise<string[]> {
    const found: string[] = [];
    for (let cursor = ''; ;) {
      const { items, nextCursor } = await page(caller, `${query}&limit=3${cursor}`);
      found.push(...items.map(({ requestId }) => requestId));
      if (nextCursor === null) return found;
      cursor = `&cursor=${encodeURIComponent(nextCursor)}`;
    }
  }

  it('has one row for a request, however many of its tasks wait for the reader: the most pressing one', async () => {
    const id = await desks.request({ tasks: [{ person: 'zhang-wei' }, { person: 'zhang-wei', due: 2 }, { person: 'zhang-wei', due: 5 }] });
    const zhang = await api.as('zhang-wei');
    const { items } = await page(zhang, 'tab=todo');
    expect(items.map(({ requestId }) => requestId)).toEqual([id]);
    expect(new Date(items[0]?.dueAt ?? 0).getTime()).toBeCloseTo(Date.now() + 2 * 86_400_000, -5);
    const [task] = await api.database.query<{ id: string }[]>('SELECT id FROM task WHERE request_id = $1 ORDER BY due_at LIMIT 1', [id]);
    expect(items[0]?.taskId).toBe(task?.id);
    expect(await counts(zhang)).toMatchObject({ todo: 1, done: 0, doneToday: 0 });
  });

  it('tells since when a task waits that has moved to somebody else: not since it came to them', async () => {
    const moved = { person: 'zhang-wei', openedDaysAgo: 5, decidedDaysAgo: 1 };
    await desks.request({ tasks: [moved, { person: 'sun-qian', openedDaysAgo: 1, seat: 0 }] });
    const { items } = await page(await api.as('sun-qian'), 'tab=todo');
    expect(new Date(items[0]?.waitingSince ?? 0).getTime()).toBeCloseTo(Date.now() - 5 * 86_400_000, -5);
  });

  it('keeps what waits again out of what is done, and tells what was done today', async () => {
    const [today, before] = [
      await desks.request({ tasks: [{ person: 'zhang-wei', decidedDaysAgo: 0 }] }),
      await desks.request({ tasks: [{ person: 'zhang-wei', decidedDaysAgo: 3 }] }),
    ];
    const again = await desks.request({ tasks: [{ person: 'zhang-wei', decidedDaysAgo: 0 }, { person: 'zhang-wei' }] });
    const zhang = await api.as('zhang-wei');
    expect(await ids(zhang, 'tab=done&sort=due')).toEqual([today, before]);
    expect(await ids(zhang, 'tab=done&decided=today')).toEqual([today]);
    expect(await ids(zhang, 'tab=todo')).toEqual([again]);
    expect(await counts(zhang)).toMatchObject({ todo: 1, done: 2, doneToday: 1 });
  });

  it('brings back to the requester what was returned, and counts what is under way', async () => {
    const back = await desks.request({ status: 'returned' });
    await desks.request({ status: 'approved' });
    const li = await api.as('li-na');
    expect(await ids(li, 'tab=todo')).toEqual([back]);
    expect(await counts(li)).toMatchObject({ todo: 1, mine: 1 });
  });

  it('puts the newest first in every list but that of what is to do', async () => {
    const days = [5, 1, 9, 3];
    const made = new Map<number, string>();
    for (const daysAgo of days)
      made.set(
        daysAgo,
        await desks.request({ daysAgo, tasks: [{ person: 'zhang-wei', decidedDaysAgo: daysAgo - 0.5 }], copies: ['sun-qian'] }),
      );
    const newest = [1, 3, 5, 9].map((day) => made.get(day));
    expect(await ids(await api.as('li-na'), 'tab=mine&sort=amount')).toEqual(newest);
    expect(await ids(await api.as('zhang-wei'), 'tab=done&sort=waiting')).toEqual(newest);
    expect(await ids(await api.as('sun-qian'), 'tab=copies')).toEqual(newest);
    const concerned = (await (await api.as('zhang-wei')).get<InboxPage>('/requests?box=all')).body.items.map(({ requestId }) => requestId);
    expect(concerned).toEqual(newest);
  });

  it('goes through every order page by page without losing or repeating a row', async () => {
    for (let at = 0; at < 11; at++)
      await desks.request({
        amount: at % 3 === 0 ? null : (at % 4) * 100,
        tasks: [{ person: 'zhang-wei', openedDaysAgo: at % 2, ...(at % 5 && { due: at % 3 }) }],
      });
    const zhang = await api.as('zhang-wei');
    for (const sort of ['due', 'waiting', 'amount', 'newest']) {
      const all = await ids(zhang, `sort=${sort}&limit=200`);
      expect([sort, new Set(all).size]).toEqual([sort, 11]);
      expect([sort, await everything(zhang, `sort=${sort}`)]).toEqual([sort, all]);
    }
    const amounts = (await page(zhang, 'sort=amount')).items.map(({ amount }) => (amount ? Number(amount.amount) : null));
    expect(amounts.filter((amount) => amount !== null)).toEqual(
      amounts.filter((amount) => amount !== null).toSorted((left, right) => right - left),
    );
    expect(amounts.slice(-4)).toEqual([null, null, null, null]);
  });

  it('refuses cursors that it did not give, whatever is in them', async () => {
    const zhang = await api.as('zhang-wei');
    const id = randomUUID();
    const time = new Date().toISOString();
    const wrong = [
      [],
      [1],
      [time, time, 1],
      [null, null, null],
      ['x', time, id],
      [time, id],
      ['2026-02-30T00:00:00.000Z', time, id],
      [time, time, 'x'],
      [{}, [], id],
      ['\u0000', time, id],
    ];
    for (const values of wrong) {
      const { status, body } = await zhang.get(`/tasks?cursor=${encodeURIComponent(encodeCursor(values as string[]))}`);
      expect([values, status, body['code']]).toEqual([values, 400, 'invalid-parameter']);
    }
    const amount = await zhang.get(`/tasks?sort=amount&cursor=${encodeURIComponent(encodeCursor(['9'.repeat(30), time, id]))}`);
    expect(amount.status).toBe(400);
    for (const list of ['tab=done', 'tab=mine', 'tab=copies', 'tab=drafts'])
      expect([list, (await zhang.get(`/tasks?${list}&cursor=${encodeURIComponent(encodeCursor(['x', id]))}`)).status]).toEqual([list, 400]);
  });

  describe('filtered', () => {
    let zhang: Caller;
    const made: Record<string, string> = {};
    beforeEach(async () => {
      zhang = await api.as('zhang-wei');
      const [store] = await api.database.query<{ id: string; parent: string }[]>(
        `SELECT u.id, u.parent_id AS parent FROM unit u WHERE u.kind = 'store' LIMIT 1`,
      );
      const task = (more: object = {}) => [{ person: 'zhang-wei', ...more }];
      made['small'] = await desks.request({ amount: 9_999_99, tasks: task({ plan: 'in', due: 3 }) });
      made['big'] = await desks.request({ amount: 12_000_00, unitId: store?.id ?? '', tasks: task({ plan: 'over', due: -1 }) });
      made['again'] = await desks.request({ amount: 10_000_00, round: 2, tasks: task() });
      made['research'] = await desks.request({ amount: null, definition: 'research-plan-approval', tasks: task() });
      made['parent'] = store?.parent ?? '';
    });

    it.each([
      ['amountMin=10000', ['big', 'again']],
      ['amountMin=1.2万', ['big']],
      ['amountMin=１２，０００．００', ['big']],
      ['amountMax=9999.99', ['small']],
      ['amountMin=10000&amountMax=10000', ['again']],
      ['overPlan=true', ['big']],
      ['overPlan=false&amountMin=1', ['again', 'small']],
      ['resubmitted=true', ['again']],
      ['resubmitted=false&overPlan=true', ['big']],
      ['definition=research-plan-approval', ['research']],
      ['due=overdue', ['big']],
      ['due=week', ['small']],
      ['due=none', ['again', 'research']],
      ['due=later', []],
    ])('by %s shows these rows, and a saved filter counts as many', async (query, wanted) => {
      const found = await ids(zhang, query);
      expect(found.toSorted()).toEqual(wanted.map((name) => made[name]).toSorted());
      const filters = Object.fromEntries(new URLSearchParams(query));
      const { status, body: saved } = await zhang.post<SavedFilterItem>('/me/filters', { name: 'Mine', filters });
      expect(status).toBe(201);
      expect((await counts(zhang)).filters).toContainEqual({ id: saved.id, count: wanted.length });
    });

    it('by a unit, with all below it', async () => {
      expect(await ids(zhang, `unit=${made['parent']}`)).toEqual([made['big']]);
      expect(await ids(zhang, `unit=${randomUUID()}`)).toEqual([]);
    });

    it.each([
      'amountMin=lots',
      'amountMax=1e9',
      'overPlan=1',
      'resubmitted=yes',
      'due=soon',
      'unit=x',
      'minAmount=1',
      'amountMin=1&amountMin=2',
    ])('refuses %s', async (query) => {
      expect((await zhang.get(`/tasks?${query}`)).status).toBeGreaterThanOrEqual(400);
      expect((await zhang.get(`/tasks?${query}`)).status).toBeLessThan(500);
    });

    it('cannot be made to tell an amount that a step hides', async () => {
      await api.database.query('UPDATE request SET listed_amount = NULL WHERE id = $1', [made['big']]);
      await api.database.query(`SELECT write_desks(id, company_id, '{}') FROM request WHERE id = $1`, [made['big']]);
      expect(await ids(zhang, 'amountMin=10000')).toEqual([made['again']]);
      expect(await ids(zhang, 'amountMax=99999999')).not.toContain(made['big']);
    });
  });

  describe('saved filters', () => {
    it('stay with the account: on every device, and with nobody else', async () => {
      const [here, there] = [await api.as('sun-qian'), await api.as('sun-qian')];
      const { body: saved } = await here.post<SavedFilterItem>('/me/filters', { name: ' Big ', filters: { amountMin: '1万', q: '' } });
      expect(saved).toEqual({ id: expect.any(String), name: 'Big', word: null, filters: { amountMin: '1万' } });
      expect((await there.get<SavedFilterList>('/me/filters')).body.items).toContainEqual(saved);
      expect((await (await api.as('zhou-yan')).get<SavedFilterList>('/me/filters')).body.items).not.toContainEqual(saved);
      await (await api.as('zhou-yan')).send('DELETE', `/me/filters/${saved.id}`);
      expect((await there.get<SavedFilterList>('/me/filters')).body.items).toContainEqual(saved);
      expect((await there.send('DELETE', `/me/filters/${saved.id}`)).status).toBe(204);
      expect((await here.get<SavedFilterList>('/me/filters')).body.items).not.toContainEqual(saved);
    });

    it('come with the product until they are removed', async () => {
      const wu = await api.as('wu-di');
      const list = async (): Promise<(string | null)[]> =>
        (await wu.get<SavedFilterList>('/me/filters')).body.items.map(({ word }) => word);
      expect(await list()).toEqual(['filterBig', 'filterAgain', 'filterOverPlan']);
      for (const _ of [1, 2]) expect((await wu.send('DELETE', '/me/filters/again')).status).toBe(204);
      expect(await list()).toEqual(['filterBig', 'filterOverPlan']);
      expect((await counts(wu)).filters.map(({ id }) => id)).toEqual(['big', 'over-plan']);
    });

    it.each([
      [{ name: 'x', filters: {} }],
      [{ name: 'x', filters: { q: ' ' } }],
      [{ name: ' ', filters: { q: 'a' } }],
      [{ name: 'x'.repeat(41), filters: { q: 'a' } }],
      [{ name: 'x', filters: { amountMin: 'lots' } }],
      [{ name: 'x', filters: { tab: 'done' } }],
      [{ name: 'x', filters: { constructor: 'a' } }],
      [{ name: 'x', filters: [] }],
      [{ name: 'x', filters: 'q=a' }],
      [{ name: 'x', filters: { overPlan: true } }],
      [{ filters: { q: 'a' } }],
    ])('refuse %j', async (body) => {
      const { status } = await (await api.as('wu-di')).post('/me/filters', body);
      expect([status >= 400, status < 500]).toEqual([true, true]);
    });

    it('are bounded in number', async () => {
      const chen = await api.as('chen-jing');
      const add = async (): Promise<number> => (await chen.post('/me/filters', { name: 'one', filters: { q: 'a' } })).status;
      // However many are sent at once.
      const answers = await Promise.all(Array.from({ length: 40 }, add));
      expect([201, 409].map((code) => answers.filter((status) => status === code).length)).toEqual([30, 10]);
    });
  });
});
