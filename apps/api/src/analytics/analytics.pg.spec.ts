import { randomUUID } from 'node:crypto';
import { openDatabase } from '@countersign/database';
import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import { planShape } from '../../../../test/support/plan-shape';
import { Desks } from '../tasks/desks.fixture';
import { STEP_TIMES } from '../track/track-statements';
import { timedRequests, timedReturns, timedSteps, timedTotal, timedUnits, timedWeeks, type TimedSpan } from './analytics-statements';
import type { AnalyticsView } from './dto/analytics.view';

interface Stay {
  step?: string;
  kind?: string;
  minutes: number;
  limit?: number;
  ended?: string;
  backTo?: string;
}

describe('where the time of finished requests went', () => {
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

  const unit = async (key: string): Promise<string> => {
    const [row] = await api.database.query<{ id: string }[]>('SELECT id FROM unit WHERE key = $1', [key]);
    return row!.id;
  };
  const units = (): Promise<{ id: string; key: string; depth: number }[]> =>
    api.database.query('SELECT id, key, cardinality(path) AS depth FROM unit ORDER BY cardinality(path), key');

  /** A finished request, as the worker measures it. */
  async function finished(
    daysAgo: number,
    stays: Stay[],
    { unitId, definition }: { unitId?: string; definition?: string } = {},
  ): Promise<string> {
    const id = await desks.request({
      status: 'approved',
      daysAgo: daysAgo + 1,
      ...(unitId && { unitId }),
      ...(definition && { definition }),
    });
    const returns = stays.filter(({ ended }) => ended === 'returned').length;
    const minutes = stays.reduce((sum, stay) => sum + stay.minutes, 0);
    await api.database.query(
      `INSERT INTO request_time SELECT id, company_id, definition_id, definition_key, $2, submitted_at, now() - $3 * interval '1 day', $4, $5 FROM request WHERE id = $1`,
      [id, unitId ?? null, daysAgo, minutes, returns],
    );
    for (const [at, { step = 'superior-review', kind = 'people', minutes: took, limit, ended = 'passed', backTo }] of stays.entries())
      await api.database.query(
        `INSERT INTO step_time (request_id, at, company_id, definition_id, definition_key, unit_id, finished_at, step, kind, opened_at, closed_at, minutes, limit_minutes, late, ended, back_to)
         SELECT request_id, $2, company_id, definition_id, definition_key, unit_id, finished_at, $3, $4, now(), now(), $5::int, $6::int, $5::int > coalesce($6::int, $5::int), $7, $8 FROM request_time WHERE request_id = $1`,
        [id, at, step, kind, took, limit ?? null, ended, backTo ?? null],
      );
    return id;
  }
  const read = async (who: string, query = ''): Promise<AnalyticsView> => {
    const { status, body } = await (await api.as(who)).get<AnalyticsView>(`/analytics?${query}`);
    expect([status, status === 200 ? null : body]).toEqual([200, null]);
    return body;
  };

  it('adds up what took longer than whole numbers of 32 bits reach', async () => {
    await finished(1, [{ minutes: 2_000_000_000 }]);
    await finished(1, [{ minutes: 2_000_000_000 }]);
    const { steps, total } = await read('jiang-ming');
    expect([steps.map(({ minutes }) => minutes), total.minutes]).toEqual([[4_000_000_000], 4_000_000_000]);
  });

  it('is told to those who track, and to nobody else', async () => {
    const { status, body } = await (await api.as('li-na')).send('GET', '/analytics');
    expect([status, body['code']]).toEqual([403, 'right-missing']);
    const nothing = await read('jiang-ming');
    expect([nothing.process, nothing.total.cases, nothing.steps, nothing.requests]).toEqual([null, 0, [], []]);
    expect(nothing.dayMinutes).toBeGreaterThan(0);
  });

  it('has median, nine of ten, limit and what took longer, step by step in the order of the process', async () => {
    for (const minutes of [60, 120, 180, 240, 600])
      await finished(3, [
        { step: 'finance-check', minutes: minutes / 2 },
        { minutes, limit: 300 },
      ]);
    await finished(3, [{ minutes: 9_000, limit: 300, ended: 'closed' }]);
    const { steps, total, process } = await read('jiang-ming');
    expect(process).toMatchObject({ key: 'expense-reimbursement', cases: 6 });
    expect(
      steps.map(({ id, visits, medianMinutes, p90Minutes, limitMinutes, due, late, minutes }) => [
        id,
        visits,
        medianMinutes,
        p90Minutes,
        limitMinutes,
        due,
        late,
        minutes,
      ]),
    ).toEqual([
      ['superior-review', 5, 180, 456, 300, 5, 1, 10_200],
      ['finance-check', 5, 90, 228, null, 0, 0, 600],
    ]);
    expect(total).toMatchObject({ cases: 6, minutes: 10_800, returns: 0, reworked: 0, blocked: 0 });
  });

  it('counts the requester and where nobody could act apart from the steps, and tells who sent back to whom', async () => {
    const back: Stay = { minutes: 60, ended: 'returned', backTo: 'requester' };
    await finished(1, [
      back,
      { step: 'returned', kind: 'requester', minutes: 500 },
      { ...back, backTo: 'superior-review', step: 'finance-check' },
    ]);
    await finished(1, [back, { step: 'finance-check', kind: 'blocked', minutes: 700 }]);
    await finished(1, [{ minutes: 10 }]);
    const { steps, returns, total } = await read('jiang-ming');
    expect(total).toMatchObject({ cases: 3, reworked: 2, returns: 3, blocked: 1 });
    expect(steps.map(({ id, kind, minutes }) => [id, kind, minutes])).toEqual([
      ['superior-review', 'people', 130],
      ['finance-check', 'people', 60],
      ['', 'requester', 500],
      ['', 'blocked', 700],
    ]);
    expect(returns.map(({ from, to, times, cases, toTitle }) => [from, to, times, cases, toTitle.en])).toEqual([
      ['superior-review', 'requester', 2, 2, 'Requester'],
      ['finance-check', 'superior-review', 1, 1, expect.any(String)],
    ]);
  });

  it('tells which steps said no, and why they did or sent back, in the words that were said', async () => {
    const said = async (id: string, step: string, words: string | null): Promise<void> => {
      await api.database.query(
        `INSERT INTO transition (request_id, n, company_id, command_id, type, actor_id, at, command, facts, events, comment, hash, previous_chain, chain)
         SELECT s.request_id, 90 + s.at, s.company_id, gen_random_uuid()::text, 'return', r.requester_id, s.closed_at, jsonb_build_object('step', s.step), '{}', '[]', $3, '', '', ''
         FROM step_time s JOIN request r ON r.id = s.request_id WHERE s.request_id = $1 AND s.step = $2`,
        [id, step, words],
      );
    };
    const back: Stay = { minutes: 60, ended: 'returned', backTo: 'requester' };
    const made: string[] = [];
    for (const words of ['发票缺税号', null, '超过标准', '附件不清']) {
      const id = await finished(1, [back]);
      await api.database.query('UPDATE step_time SET closed_at = $2 WHERE request_id = $1', [
        id,
        new Date(1_767_000_000_000 + made.length).toISOString(),
      ]);
      await said(id, 'superior-review', words);
      made.push(id);
    }
    await said(await finished(1, [{ ...back, step: 'finance-check', ended: 'rejected' }]), 'finance-check', '不在预算内');
    const { refusals } = await read('jiang-ming');
    expect(refusals.map(({ step, times, title }) => [step, times, title.zh !== ''])).toEqual([['finance-check', 1, true]]);
    const caller = await api.as('jiang-ming');
    const asked = async (query: string) =>
      (
        await caller.get<{ items: { words: string; requestId: string }[]; nextCursor: string | null }>(
          `/analytics/reasons?definition=expense-reimbursement&${query}`,
        )
      ).body;
    const first = await asked('step=superior-review&ended=returned&back=requester&limit=2');
    const next = await asked(`step=superior-review&ended=returned&back=requester&limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...next.items].map(({ words, requestId }) => [words, made.indexOf(requestId)])).toEqual([
      ['附件不清', 3],
      ['超过标准', 2],
      ['发票缺税号', 0],
    ]);
    expect((await asked('step=superior-review&ended=returned&back=finance-check')).items).toEqual([]);
    expect((await asked('step=finance-check&ended=rejected')).items).toMatchObject([{ words: '不在预算内' }]);
    const reasons = (query: string) => caller.send('GET', `/analytics/reasons?${query}`);
    for (const wrong of [
      'step=x&ended=returned',
      'definition=expense-reimbursement&ended=returned',
      'definition=expense-reimbursement&step=x&ended=closed',
    ])
      expect((await reasons(wrong)).status).toBeGreaterThanOrEqual(400);
    expect((await (await api.as('wu-di')).send('GET', '/analytics/reasons?definition=x&step=x&ended=returned')).status).toBe(403);
  });

  it('goes by days of the company, by version and by unit, and draws every request where they are few', async () => {
    await finished(2, [{ minutes: 60 }]);
    await finished(40, [{ minutes: 600 }]);
    await finished(400, [{ minutes: 6_000 }]);
    const all = await read('jiang-ming');
    expect([all.total.cases, all.weeks.length, all.requests?.length]).toEqual([2, 2, 2]);
    expect(all.requests?.[0]).toMatchObject({ number: expect.stringMatching(/^BX-/), minutes: 600 });
    const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
    expect((await read('jiang-ming', `from=${day(500)}&to=${day(0)}`)).total.cases).toBe(3);
    expect((await read('jiang-ming', `from=${day(45)}&to=${day(30)}`)).total.cases).toBe(1);
    expect((await read('jiang-ming', 'definition=expense-reimbursement&version=1')).total.cases).toBe(2);
    const { versions } = all;
    expect(versions).toMatchObject([{ version: 1, cases: 2 }]);
    const jiang = await api.as('jiang-ming');
    for (const [wrong, status] of [
      [`from=${day(0)}&to=${day(9)}`, 400],
      ['version=1', 400],
      ['from=2026-02-31', 422],
      ['from=yesterday', 422],
      ['from=2000-01-01', 400],
      ['unit=x', 422],
      ['version=0&definition=x', 422],
    ])
      expect([wrong, (await jiang.send('GET', `/analytics?${wrong}`)).status]).toEqual([wrong, status]);
    expect((await (await api.as('jiang-ming')).send('GET', '/analytics?definition=nothing')).status).toBe(404);
  });

  it('tells how well units keep limits, of those with enough to tell, and ends where the posts of its reader end', async () => {
    const known = await units();
    const [near] = known.filter(({ depth }) => depth > 1);
    const other = known.find(({ depth, id }) => depth > 1 && id !== near!.id)!;
    for (let at = 0; at < 6; at += 1) await finished(1, [{ minutes: at < 2 ? 400 : 100, limit: 300 }], { unitId: near!.id });
    await finished(1, [{ minutes: 1, limit: 300 }], { unitId: other.id });
    expect((await read('jiang-ming')).target).toBeNull();
    const { key } = (await read('jiang-ming')).process!;
    expect((await (await api.as('lu-ning')).send('PUT', `/targets/${key}`, { onTime: 90 })).body).toEqual({ definition: key, onTime: 90 });
    const { units: told, unitsLeftOut, target } = await read('jiang-ming');
    expect(target).toBe(90);
    expect(told.map(({ due, kept }) => [due, kept])).toEqual([[6, 4]]);
    expect(unitsLeftOut).toBe(1);
    await api.database.query(
      `INSERT INTO person_right (person_id, right_name, company_id) SELECT id, 'requests.track', company_id FROM person WHERE key = 'zhang-wei'`,
    );
    const [post] = await api.database.query<{ unit: string }[]>(
      `SELECT o.unit_id AS unit FROM position o JOIN person p ON p.id = o.person_id WHERE p.key = 'zhang-wei' ORDER BY o.key LIMIT 1`,
    );
    expect((await read('zhang-wei')).total.cases).toBe(0);
    await finished(1, [{ minutes: 77 }], { unitId: post!.unit });
    const own = await read('zhang-wei');
    expect([own.total.cases, own.total.medianMinutes]).toEqual([1, 77]);
    expect((await read('zhang-wei', `unit=${await unit('hq').catch(() => post!.unit)}`)).total.cases).toBeLessThanOrEqual(1);
  });

  it('is not asked of the database any longer once its reader has left', async () => {
    // A wait in the way of the first statement: it holds what the statement reads.
    const runner = api.database.createQueryRunner();
    await runner.startTransaction();
    await runner.query('LOCK TABLE request_time IN ACCESS EXCLUSIVE MODE');
    const leaving = new AbortController();
    const asked = fetch(`${api.url}/api/v1/analytics`, {
      signal: leaving.signal,
      headers: (await api.as('jiang-ming')).headersForFetch(),
    }).catch(() => 'left');
    const waiting = (): Promise<{ n: number }[]> =>
      api.database.query(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%FROM request_time w%' AND pid <> pg_backend_pid() AND state = 'active'`,
      );
    while ((await waiting())[0]!.n === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    leaving.abort();
    expect(await asked).toBe('left');
    for (let tries = 0; tries < 100 && (await waiting())[0]!.n > 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await waiting())[0]!.n).toBe(0);
    await runner.rollbackTransaction();
    await runner.release();
  });

  it('keeps no connection once its readers have left, however many they are: others are answered', async () => {
    const apart = await openDatabase((api.database.options as { url: string }).url, { poolSize: 2 });
    const runner = apart.createQueryRunner();
    const jiang = await api.as('jiang-ming');
    await runner.startTransaction();
    await runner.query('LOCK TABLE request_time IN ACCESS EXCLUSIVE MODE');
    const leaving = new AbortController();
    const asked = Array.from({ length: 24 }, () =>
      fetch(`${api.url}/api/v1/analytics`, { signal: leaving.signal, headers: jiang.headersForFetch() }).catch(() => 'left'),
    );
    const waiting = async (): Promise<number> => {
      const [row] = await apart.query<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%FROM request_time w%' AND pid <> pg_backend_pid() AND state = 'active'`,
      );
      return row!.n;
    };
    // As many as the pool has connections: nobody else has one.
    for (let tries = 0; tries < 200 && (await waiting()) < 10; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await waiting()).toBe(10);
    leaving.abort();
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['left']));
    const answered = await fetch(`${api.url}/api/v1/me`, { headers: jiang.headersForFetch(), signal: AbortSignal.timeout(15_000) }).then(
      ({ status }) => status,
      () => 'no answer',
    );
    await runner.rollbackTransaction();
    await runner.release();
    await apart.destroy();
    expect(answered).toBe(200);
  });

  it('finds its rows by their indexes, among those of other processes', async () => {
    const [about] = await api.database.query<{ id: string; company: string }[]>(
      `SELECT id, company_id AS company FROM definition WHERE key = 'expense-reimbursement' AND status = 'published'`,
    );
    const requester = await desks.person('li-na');
    const sample = randomUUID();
    await api.database.query(
      `INSERT INTO request (id, company_id, definition_id, definition_key, requester_id, status, n, submitted_at, listed_at, finished_at)
       SELECT gen_random_uuid(), $1, $2, CASE WHEN at % 20 = 0 THEN 'expense-reimbursement' ELSE 'process-' || at % 20 END, $3, 'approved', 1, now(), now(), now() - random() * interval '80 days' FROM generate_series(1, 8000) AS at`,
      [about!.company, about!.id, requester],
    );
    await api.database.query(
      `INSERT INTO request_time SELECT id, company_id, definition_id, definition_key, $1, submitted_at, finished_at, 60 + random() * 900, random() * 2 FROM request WHERE finished_at IS NOT NULL`,
      [sample],
    );
    await api.database.query(
      `INSERT INTO step_time (request_id, at, company_id, definition_id, definition_key, unit_id, finished_at, step, kind, opened_at, closed_at, minutes, limit_minutes, late, ended)
       SELECT request_id, at, company_id, definition_id, definition_key, unit_id, finished_at, 'step-' || at, 'people', now(), now(), 5 + random() * 900, 480, false, 'passed' FROM request_time, generate_series(0, 4) AS at`,
    );
    await api.database.query('VACUUM ANALYZE request_time');
    await api.database.query('VACUUM ANALYZE step_time');
    const span: TimedSpan = {
      ...{
        companyId: about!.company,
        timeZone: 'Asia/Shanghai',
        from: '2020-01-01',
        to: '2030-01-01',
        definition: 'expense-reimbursement',
      },
      ...{ definitionId: null, unit: null, area: null },
    };
    for (const statement of [timedTotal, timedSteps, timedReturns, timedWeeks, timedUnits, timedRequests]) {
      const { text, values } = statement(span);
      const { nodes } = await planShape(api.database, text, values);
      expect([statement.name, nodes.filter((node) => /^Seq Scan .*_time$/.test(node))]).toEqual([statement.name, []]);
      expect(nodes.some((node) => node.endsWith('_time_span'))).toBe(true);
    }
    const ofMap = await planShape(api.database, STEP_TIMES, [about!.company, 'expense-reimbursement']);
    expect(ofMap.nodes.filter((node) => node.startsWith('Seq Scan'))).toEqual([]);
    const { total, requests, steps, processes } = await read('jiang-ming', 'definition=expense-reimbursement');
    expect(processes.map(({ cases }) => cases)).toEqual(Array(20).fill(400));
    expect([total.cases, requests, steps.reduce((sum, { visits }) => sum + visits, 0)]).toEqual([400, null, 2_000]);
  });
});
