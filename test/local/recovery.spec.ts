import path from 'node:path';
import { Client } from 'pg';
import { endProcess, isOurs, pause, run } from '../../apps/local/src/processes';
import { type Checkout, type Launched, makeCheckout } from '../support/launcher';

jest.setTimeout(300_000);

/** Runs one statement on the database of the product. */
async function query(launched: Launched, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: launched.env.DATABASE_URL });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function untilReady(launched: Launched, says: string): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await pause(100)) {
    const answer = launched.output().includes(says) ? await fetch(`${launched.url}/health/ready`).catch(() => null) : null;
    if (answer?.ok) return;
  }
  throw new Error(`Expected the product to be ready after "${says}", but the launcher said:\n${launched.output()}`);
}

describe('what npm start watches over', () => {
  let checkout: Checkout;
  let launched: Launched;

  beforeAll(async () => {
    checkout = makeCheckout();
    launched = await checkout.start();
    await query(launched, 'CREATE TABLE acknowledged AS SELECT 1 AS one');
  });
  afterAll(() => checkout.remove());

  it.each([
    ['api', 'api/src/main.js'],
    ['worker', 'worker/src/main.js'],
    ['PostgreSQL', 'postgres -D'],
    ['Temporal', 'server start-dev'],
  ])('starts %s again after kill -9, and says so', async (name, mark) => {
    const [victim] = launched.children().filter(({ command }) => command.includes(mark));
    await endProcess(victim?.pid ?? 0, mark, { signal: 'SIGKILL' });
    await untilReady(launched, `${name} runs again`);
    expect(launched.output()).toContain(`${name} ended unexpectedly`);
    expect(await query(launched, 'SELECT one FROM acknowledged')).toEqual([{ one: 1 }]);
  });

  it('leaves no api and no worker behind when the launcher itself is killed', async () => {
    const running = () => launched.children().filter(({ command }) => command.includes('main.js'));
    // One of them may just be started again after what was killed before.
    for (const until = Date.now() + 30_000; Date.now() < until && running().length < 2;) await pause(100);
    const apps = running();
    await launched.kill();
    expect(apps).toHaveLength(2);
    for (const until = Date.now() + 15_000; Date.now() < until && apps.some(({ pid, command }) => isOurs(pid, command));) await pause(100);
    expect(apps.filter(({ pid, command }) => isOurs(pid, command))).toEqual([]);
  });

  it('comes up again after the launcher was killed, with all that was acknowledged', async () => {
    launched = await checkout.start();
    expect((await fetch(launched.url)).status).toBe(200);
    expect(await query(launched, 'SELECT one FROM acknowledged')).toEqual([{ one: 1 }]);
    expect(launched.tookMs).toBeLessThan(30_000);
  });

  it('comes up shut on restored data, says what to do, and opens when that is done', async () => {
    const cli = (...args: string[]): Promise<string> =>
      run(process.execPath, [path.join(checkout.folder, 'apps', 'local', 'cli.js'), ...args], { cwd: checkout.folder, env: process.env });
    await cli('restored');
    await launched.interrupt();
    launched = await checkout.start();
    expect(launched.output()).toContain('npm run verify:journal');
    expect((await fetch(`${launched.url}/api/v1/auth/mode`)).status).toBe(503);
    expect(await cli('verify-journal')).toMatch(/everything agrees/);
    for (const until = Date.now() + 20_000; Date.now() < until && (await fetch(`${launched.url}/health/ready`)).status !== 200;)
      await pause(100);
    expect((await fetch(`${launched.url}/api/v1/auth/mode`)).status).toBe(200);
  });

  it('empties the demo data on --reset --yes', async () => {
    await launched.interrupt();
    launched = await checkout.start({ args: ['--reset', '--yes'] });
    await expect(query(launched, 'SELECT one FROM acknowledged')).rejects.toThrow(/does not exist/);
    expect((await fetch(`${launched.url}/health/ready`)).status).toBe(200);
  });
});
