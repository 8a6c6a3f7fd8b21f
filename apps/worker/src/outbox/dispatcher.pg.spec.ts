import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  ApprovedGrants,
  ApprovedPlans,
  CallRepository,
  JournalRepository,
  NotificationRepository,
  openDatabase,
  OutboxRepository,
  RestoreWatch,
  runMigrations,
  SettingRepository,
} from '@countersign/database';
import type { Effect, Notice } from '@countersign/domain';
import { createLogger, Metrics, ProgramLog } from '@countersign/platform';
import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../../test/support/database';
import { Calls } from '../calls/calls.service';
import type { ChildRequests } from '../children/child-requests.service';
import { InAppChannel } from '../channels/in-app.channel';
import { Rounds } from '../host/rounds';
import { Dispatcher } from './dispatcher.service';
import { Effects } from './effects';
import { GivenUp } from './given-up';
import { NotYet } from './not-yet';
import { OutboxBell } from './outbox-bell';

describe('the outbox and what was taken back', () => {
  let database: SuiteDatabase;
  let dataSource: DataSource;
  let workers: Rounds[] = [];
  const [company, requester, first, second, definition] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];

  beforeAll(async () => {
    database = await createDatabase();
    await runMigrations(database.url);
    dataSource = await openDatabase(database.url, { poolSize: 6 });
    await dataSource.query(`INSERT INTO company VALUES ($1, 'c', '{}', 'Asia/Shanghai', 'CNY')`, [company]);
    for (const [id, key] of [
      [requester, 'requester'],
      [first, 'first'],
      [second, 'second'],
    ])
      await dataSource.query(`INSERT INTO person (id, company_id, key, name) VALUES ($1, $2, $3, '{}')`, [id, company, key]);
    await dataSource.query(
      `INSERT INTO definition (id, company_id, key, version, status, hash, body, source) VALUES ($1, $2, 'd', 1, 'published', '', $3, 'seed')`,
      [definition, company, JSON.stringify({ flow: [{ id: 'post', kind: 'call', wait: 'none' }] })],
    );
  });
  afterEach(async () => {
    await Promise.all(workers.map((each) => each.beforeApplicationShutdown()));
    workers = [];
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  async function request(actors: string[]): Promise<string> {
    const id = randomUUID();
    await dataSource.query('INSERT INTO request (id, company_id, definition_id, requester_id) VALUES ($1, $2, $3, $4)', [
      id,
      company,
      definition,
      requester,
    ]);
    for (const [index, actor] of actors.entries())
      await dataSource.query(
        `INSERT INTO transition (request_id, n, company_id, command_id, type, actor_id, at, command, facts, events, hash, previous_chain, chain)
         VALUES ($1, $2, $3, gen_random_uuid()::text, 'return', $4, now(), '{}', '{}', '[]', '', '', '')`,
        [id, index + 1, company, actor],
      );
    return id;
  }
  async function put(requestId: string, n: number, effect: Effect): Promise<string> {
    const [row] = await dataSource.query<{ id: string }[]>(
      'INSERT INTO outbox (company_id, request_id, n, key, effect) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [company, requestId, n, randomUUID(), JSON.stringify(effect)],
    );
    return row!.id;
  }
  const told = (notice: Notice, step: string | null): Effect => ({ type: 'notify', notice, to: [requester], step, immediate: true });
  const back = (of: number, notice: Notice, step: string | null): Effect => ({ type: 'take-back-notices', of, notice, step });

  /** Requests that start requests have tests of their own, with a Temporal of their own. */
  const noChildren = {} as ChildRequests;
  const noCalls = {} as Calls;

  function dispatch(calls = noCalls): void {
    const notifications = new NotificationRepository(dataSource);
    const log = new ProgramLog(createLogger('test', 'silent'));
    const restore = new RestoreWatch(dataSource, new SettingRepository(dataSource), new JournalRepository(dataSource));
    const effects = new Effects(
      new InAppChannel(notifications),
      notifications,
      noChildren,
      calls,
      new ApprovedPlans(dataSource),
      new ApprovedGrants(dataSource),
    );
    const rounds = new Rounds(restore, log);
    new Dispatcher(new OutboxRepository(dataSource), effects, new OutboxBell(), new Metrics('test'), log, rounds);
    workers.push(rounds);
    rounds.onApplicationBootstrap();
  }
  async function delivered(): Promise<void> {
    for (const until = Date.now() + 20_000; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 50)))
      if ((await dataSource.query(`SELECT 1 FROM outbox WHERE state <> 'done' LIMIT 1`)).length === 0) return;
    throw new Error('Expected the outbox to be empty, but it is not');
  }
  const bell = (requestId: string): Promise<{ n: number; gone: boolean; by: string | null }[]> =>
    dataSource.query(
      `SELECT (params->>'n')::int AS n, superseded_at IS NOT NULL AS gone, params->>'by' AS by FROM notification WHERE request_id = $1 ORDER BY 1`,
      [requestId],
    );

  it('takes a notice back that stands behind another request’s take-back in the same batch', async () => {
    const [other, own] = [await request([first, first]), await request([first, first])];
    await put(other, 2, back(1, 'request-approved', null));
    await put(own, 1, told('request-approved', null));
    await put(own, 2, back(1, 'request-approved', null));
    dispatch();
    await delivered();
    expect(await bell(own)).toEqual([{ n: 1, gone: true, by: first }]);
  });

  it('takes a notice back whose delivery failed until after its take-back was done', async () => {
    const own = await request([first, first]);
    const late = await put(own, 1, told('request-approved', null));
    await dataSource.query(`UPDATE outbox SET next_attempt_at = now() + interval '1 hour' WHERE id = $1`, [late]);
    const early = await put(own, 2, back(1, 'request-approved', null));
    dispatch();
    for (let state = ''; state !== 'done'; await new Promise((resolve) => setTimeout(resolve, 50)))
      state = (await dataSource.query<{ state: string }[]>('SELECT state FROM outbox WHERE id = $1', [early]))[0]!.state;
    await dataSource.query('UPDATE outbox SET next_attempt_at = now() WHERE id = $1', [late]);
    await delivered();
    expect(await bell(own)).toEqual([{ n: 1, gone: true, by: first }]);
  });

  it('keeps for later what its request does not want yet, without counting an attempt', async () => {
    const own = await request([first]);
    const id = await put(own, 1, { type: 'call', call: randomUUID(), step: 'post' });
    const seen: number[] = [];
    const send = ([row]: { attempts: number }[]): Promise<void> => {
      seen.push(row?.attempts ?? 0);
      return seen.length === 1 ? Promise.reject(new NotYet()) : Promise.resolve();
    };
    dispatch({ send } as unknown as Calls);
    const look = async () =>
      (
        await dataSource.query<{ held: boolean; attempts: number; last_error: string | null }[]>(
          `SELECT state = 'claimed' AND attempts = 0 AND next_attempt_at > now() AS held, attempts, last_error FROM outbox WHERE id = $1`,
          [id],
        )
      )[0]!;
    for (let held = false; !held; await new Promise((resolve) => setTimeout(resolve, 50))) held = (await look()).held;
    expect(await look()).toEqual({ held: true, attempts: 0, last_error: null });
    await dataSource.query('UPDATE outbox SET next_attempt_at = now() WHERE id = $1', [id]);
    await delivered();
    expect([seen, (await look()).attempts]).toEqual([[1, 1], 1]);
  });

  describe('calls of other systems', () => {
    /** A real one: `takes` none, and it never answers. */
    async function listening(takes: boolean) {
      const heard: string[] = [];
      const server = createServer((asked, answer) => {
        heard.push(String(asked.headers['webhook-id']));
        if (takes) answer.writeHead(204).end();
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const end = async (): Promise<void> => {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      };
      return { heard, end, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
    }
    /** Real calls of closed requests; what the run of a request says to it has tests of its own. */
    function callsTo(urls: Record<string, string>): Calls {
      const key = Buffer.alloc(32, 1);
      const targets = Object.fromEntries(Object.entries(urls).map(([name, url]) => [name, { url, key, seconds: 30 }]));
      const hears = { tell: () => Promise.resolve({ refused: null }) };
      return new Calls({ env: { CALL_TARGETS: targets } } as never, new CallRepository(dataSource), hears as never);
    }
    async function calling(to: string, attempts = 0): Promise<string> {
      const [own, call] = [await request([first]), randomUUID()];
      const state = {
        value: 'closed',
        context: { outcome: 'approved', steps: { post: { status: 'passed', call: { id: call, given: '' } } } },
      };
      await dataSource.query('UPDATE request SET state = $2 WHERE id = $1', [own, JSON.stringify(state)]);
      const row = await put(own, 1, { type: 'call', call, step: 'post', sent: { to, method: 'POST', path: '', body: {}, waits: false } });
      await dataSource.query('UPDATE outbox SET attempts = $2 WHERE id = $1', [row, attempts]);
      return call;
    }

    it.each([0, 3])('wait for no other system, which never answers and was tried so often: %s', async (attempts) => {
      const [slow, well] = [await listening(false), await listening(true)];
      for (let k = 0; k < 40; k += 1) await calling(k % 2 ? 'slow' : 'dead', attempts);
      dispatch(callsTo({ slow: slow.url, dead: slow.url, well: well.url }));
      while (slow.heard.length < 8) await new Promise((resolve) => setTimeout(resolve, 20));
      const calls: string[] = [];
      for (let k = 0; k < 12; k += 1) calls.push(await calling('well'));
      while (well.heard.length < calls.length) await new Promise((resolve) => setTimeout(resolve, 20));
      // No more than four of each are under way, all the while, and each of the others came through once.
      expect([slow.heard.length, [...well.heard].sort()]).toEqual([8, calls.sort()]);
      const leaving = Promise.all(workers.map((each) => each.beforeApplicationShutdown()));
      await Promise.all([slow.end(), well.end(), leaving]);
      await dataSource.query('DELETE FROM outbox');
    });

    it('that were given up stay as what failed, until their request has seen to it', async () => {
      const [call, other] = [await calling('gone'), await calling('gone')];
      await dataSource.query(
        `UPDATE request SET state = jsonb_set(state, '{context,steps,post,call,id}', '"another"') WHERE state::text LIKE $1`,
        [`%${other}%`],
      );
      const gone = { send: () => Promise.reject(new GivenUp('gone: refused (422)')) };
      dispatch(gone as unknown as Calls);
      const rows = () =>
        dataSource.query<{ call: string; state: string; told: boolean; error: string }[]>(
          `SELECT effect->>'call' AS call, state, told, last_error AS error FROM outbox WHERE told ORDER BY id`,
        );
      while ((await rows()).length < 2) await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await rows()).toEqual([
        { call, state: 'dead', told: true, error: 'gone: refused (422)' },
        { call: other, state: 'cancelled', told: true, error: 'gone: refused (422)' },
      ]);
      await new OutboxRepository(dataSource).replay();
      expect((await rows()).map(({ state }) => state)).toEqual(['dead', 'cancelled']);
      await dataSource.query('DELETE FROM outbox');
    });
  });

  it('leaves alone what another decision has told since, and says who made each', async () => {
    const own = await request([first, first, second]);
    await put(own, 1, told('request-returned', 'look'));
    await put(own, 3, told('request-returned', 'look'));
    await put(own, 2, back(1, 'request-returned', 'look'));
    dispatch();
    dispatch();
    await delivered();
    expect(await bell(own)).toEqual([
      { n: 1, gone: true, by: first },
      { n: 3, gone: false, by: second },
    ]);
  });

  it('takes back what is being put there by another worker at the same moment', async () => {
    const many: string[] = [];
    for (let k = 0; k < 60; k += 1) many.push(await request([first, first]));
    dispatch();
    dispatch();
    dispatch();
    await Promise.all(
      many.map(async (id, k) => {
        await new Promise((resolve) => setTimeout(resolve, k * 40));
        await put(id, 1, told('request-approved', null));
        await put(id, 2, back(1, 'request-approved', null));
      }),
    );
    await delivered();
    const bells = await Promise.all(many.map(bell));
    expect(bells.flat().filter(({ gone }) => !gone)).toEqual([]);
    expect(bells.flat()).toHaveLength(60);
  });
});
