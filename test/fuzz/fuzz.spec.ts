import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../../libs/database/src';
import { type Stack, startStack } from '../support/stack';
import { Calls, ROUTES, type Call } from './calls';
import { diceOf } from '../support/dice';
import { hostileOf } from './hostile';
import { PDF, World, type Role } from './world';

/** The same calls in every run; `FUZZ_SEED=<seed> npm test -- fuzz` makes others, `FUZZ_CALLS` more of them. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_129);
const CALLS = Number(process.env.FUZZ_CALLS ?? 20_000);
const AT_ONCE = 12;
const LOOK_EVERY = 2_000;
/** No call of any content takes longer, alone on a machine that may be busy with other things. */
const SLOWEST_MS = 1_500;

jest.setTimeout(1_200_000);

interface Answered {
  role: Role;
  method: string;
  address: string;
  body: string;
  status: number;
  answer: string;
}
interface View {
  id: string;
  status: string;
  contentHash: string;
  task: { id: string } | null;
}

const shown = (body: Call['body']): string => (typeof body === 'string' ? body.slice(0, 600) : body === undefined ? '' : '(bytes)');

describe(`${CALLS} calls by the seed ${SEED}`, () => {
  let stack: Stack;
  let database: DataSource;
  let world: World;
  const faults: Answered[] = [];
  const statuses = new Map<number, number>();
  const reached = new Set<string>();
  let slowest: { ms: number; call: Call }[] = [];

  beforeAll(async () => {
    process.stdout.write(`fuzz: seed ${SEED}, ${CALLS} calls\n`);
    stack = await startStack({ env: { TRUSTED_PROXIES: 'loopback' } });
    database = await openDatabase(stack.databaseUrl, { poolSize: 2 });
    world = new World(stack.url, database);
    for (const amount of ['12300.00', '980.00', '260000.00']) await submit(amount);
    await world.look();
  });
  afterAll(async () => {
    await database?.destroy();
    await stack?.stop();
  });

  async function submit(amount: string): Promise<View> {
    const li = await world.caller('li-na');
    const upload = new FormData();
    upload.append('file', new Blob([new Uint8Array(PDF)]), 'invoice.pdf');
    const { body: file } = await li.send('POST', '/files', upload);
    await world.look();
    const form = world.expense(amount, file, crypto.randomUUID());
    const { status, body } = await li.press<{ view: View }>('/requests?submit=true', { definition: 'expense-reimbursement', form });
    if (status !== 200) throw new Error(`Expected to submit, but got ${status} ${JSON.stringify(body)}`);
    return body.view;
  }

  /** Some of the calls take a process out of use, as an administrator may: the next ones are to find it there again. */
  async function backInUse(): Promise<void> {
    await database.query(`UPDATE definition d SET status = 'published'
      WHERE status = 'retired' AND version = (SELECT max(version) FROM definition n WHERE n.key = d.key AND n.status <> 'draft')`);
  }

  async function send(call: Call): Promise<number> {
    const caller = await world.caller(call.role);
    const begun = performance.now();
    const endless = call.address.startsWith('/api/v1/stream');
    const response = await fetch(`${stack.url}${call.address}`, {
      method: call.method,
      headers: { ...caller.headersForFetch(), ...call.headers },
      ...(call.body === undefined ? {} : { body: call.body as string }),
      signal: AbortSignal.timeout(endless ? 400 : 60_000),
    }).catch((error: unknown) => {
      if (endless) return null;
      throw error;
    });
    const answer = endless ? '' : ((await response?.text()) ?? '');
    await response?.body?.cancel().catch(() => undefined);
    const status = response?.status ?? 200;
    note(call, status, answer, endless ? 0 : performance.now() - begun);
    return status;
  }

  function note(call: Call, status: number, answer: string, ms: number): void {
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status < 400) reached.add(`${call.method} ${call.address.replace(/\?.*/, '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '{id}')}`);
    if (status === 401 && call.role !== 'nobody' && !('Authorization' in call.headers) && !('Cookie' in call.headers))
      world.forget(call.role);
    if (status >= 500) {
      const { role, method, address } = call;
      faults.push({ role, method, address: address.slice(0, 400), body: shown(call.body), status, answer: answer.slice(0, 300) });
    }
    if (ms > SLOWEST_MS) slowest = [...slowest, { ms, call }].sort((a, b) => b.ms - a.ms).slice(0, 20);
  }

  it('meet no fault of the program', async () => {
    const dice = diceOf(SEED);
    const calls = new Calls(world, dice, hostileOf(SEED));
    for (let sent = 0; sent < CALLS; sent += LOOK_EVERY) {
      await backInUse();
      await world.look();
      const batch = Array.from({ length: Math.min(LOOK_EVERY, CALLS - sent) }, (_, at) =>
        calls.next(at < ROUTES.length ? ROUTES[at] : undefined),
      );
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          for (let call = batch.pop(); call; call = batch.pop()) await send(call);
        }),
      );
    }
    const told = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
    process.stdout.write(`fuzz: ${told.join(', ')}\n`);
    const log =
      faults.length > 0
        ? readFileSync(path.join(stack.folder, 'api.log'), 'utf8')
            .split('\n')
            .filter((line) => line.includes('"error"'))
        : [];
    expect({ seed: SEED, faults: faults.slice(0, 15), log: log.slice(-15) }).toEqual({ seed: SEED, faults: [], log: [] });
  });

  it('reach every part of the program, and not its doors alone', () => {
    const accepted = [...statuses].filter(([status]) => status < 400).reduce((sum, [, count]) => sum + count, 0);
    expect(accepted).toBeGreaterThan(CALLS / 10);
    expect(reached.size).toBeGreaterThan(20);
  });

  it('hold nobody up: the slowest of them are quick when they are alone', async () => {
    const alone: { ms: number; address: string; body: string }[] = [];
    for (const { call } of slowest) {
      if (call.body !== undefined && typeof call.body !== 'string') continue;
      const times: number[] = [];
      for (let attempt = 0; attempt < 3; attempt += 1) {
        const begun = performance.now();
        await send({ ...call, headers: { ...call.headers, 'X-Forwarded-For': `10.9.9.${attempt}` } });
        times.push(performance.now() - begun);
      }
      alone.push({ ms: Math.min(...times), address: call.address.slice(0, 300), body: shown(call.body) });
    }
    expect(alone.filter(({ ms }) => ms > SLOWEST_MS)).toEqual([]);
  });

  it('leave requests that can be decided, and a journal that agrees', async () => {
    await backInUse();
    // Their sessions may have been ended by one of the calls.
    world.forgetAll();
    const { id } = await submit('980.00');
    const [first] = await database.query<{ person_id: string; key: string }[]>(
      `SELECT t.person_id, p.key FROM task t JOIN person p ON p.id = t.person_id WHERE t.request_id = $1 AND t.status = 'open'`,
      [id],
    );
    const decider = await world.caller((first?.key ?? '') as Role);
    const { body: before } = await decider.get<View>(`/requests/${id}`);
    const { status, body } = await decider.press<{ status: string }>(`/tasks/${before.task?.id ?? 'none'}/approve`, {}, before.contentHash);
    expect([status, body.status]).toEqual([200, 'done']);
    expect(await stack.cli('verify-journal')).toMatch(/everything agrees/);
    const stuck = await database.query<object[]>(
      `SELECT id, type, created_at FROM command WHERE status = 'open' AND created_at < now() - interval '30 seconds'`,
    );
    expect(stuck).toEqual([]);
  });
});
