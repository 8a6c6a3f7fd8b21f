import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { isOurs, pause } from '../../apps/local/src/processes';
import { type Checkout, type Launched, makeCheckout } from '../support/launcher';
import { startTestPostgres } from '../support/postgres-server';

jest.setTimeout(300_000);

const reaches = (host: string, port: number): Promise<boolean> =>
  fetch(`http://${host}:${port}/`, { signal: AbortSignal.timeout(2_000) }).then(
    () => true,
    () => false,
  );

describe('npm start in a checkout below a folder that only its owner may enter', () => {
  let checkout: Checkout;
  let launched: Launched;

  beforeAll(async () => {
    checkout = makeCheckout();
    launched = await checkout.start();
  });
  afterAll(() => checkout.remove());

  it('shows the first page', async () => {
    const answer = await fetch(launched.url);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(/<div id="root">/);
  });

  it('says where the product and the Temporal screens are, and who can sign in', () => {
    expect(launched.output()).toMatch(/会签 Countersign {2}http:\/\/127\.0\.0\.1:\d+/);
    expect(launched.output()).toMatch(/Temporal {2,}http:\/\/127\.0\.0\.1:\d+/);
    expect(launched.output()).toMatch(/demo people[^\n]*\n( {4}\S+.*\n){5,}/);
  });

  it('says at every step what it does, with the seconds', () => {
    const lines = launched.output().split('\n');
    for (const word of ['starting PostgreSQL', 'starting Temporal', 'migrating', 'demo company', 'starting api and worker']) {
      expect(lines.find((line) => line.includes(word))).toMatch(/^\s+\d+\.\d s {2}\p{Script=Han}/u);
    }
  });

  it('keeps its data to itself: no file can be read by anybody else', () => {
    const open = (folder: string): string[] =>
      readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const at = path.join(folder, entry.name);
        const { mode } = statSync(at);
        // What nobody else can enter, nobody else can read in.
        if (entry.isDirectory()) return (mode & 0o011) === 0 ? [] : open(at);
        return entry.isFile() && (mode & 0o044) !== 0 ? [at] : [];
      });
    expect(open(checkout.data)).toEqual([]);
    expect(statSync(path.join(checkout.data, 'temporal.db')).mode & 0o077).toBe(0);
  });

  it('is in demo mode', async () => {
    const mode = (await (await fetch(`${launched.url}/api/v1/auth/mode`)).json()) as { demo: boolean; people: unknown[] };
    expect(mode.demo).toBe(true);
    expect(mode.people.length).toBeGreaterThan(4);
  });

  it('cannot be reached from another machine', async () => {
    const outside = Object.values(os.networkInterfaces()).flatMap((list) =>
      (list ?? []).filter((each) => !each.internal && each.family === 'IPv4'),
    );
    const ports = [launched.url, launched.env.DATABASE_URL ?? '', `http://${launched.env.TEMPORAL_ADDRESS}`].map((address) =>
      Number(new URL(address).port),
    );
    for (const { address } of outside) for (const port of ports) expect(await reaches(address, port)).toBe(false);
    expect(await reaches('127.0.0.1', ports[0] ?? 0)).toBe(true);
  });

  it('refuses a second start on the same data and names the first', async () => {
    const { code, output } = await checkout.runToEnd();
    expect(code).toBe(1);
    expect(output).toContain(`It is running already (process ${launched.pid}, ${launched.url})`);
  });

  it('refuses a port that was asked for by name and is in use, in both languages', async () => {
    const { code, output } = await checkout.runToEnd({
      env: { PORT: new URL(launched.url).port, COUNTERSIGN_DATA: path.join(checkout.folder, 'other') },
    });
    expect(code).toBe(1);
    expect(output).toMatch(/端口 \d+ 已被占用/);
    expect(output).toMatch(/Port \d+ is in use/);
  });

  it('shows a newcomer things under way: the demo people begin them beside the running product', async () => {
    for (const until = Date.now() + 120_000; Date.now() < until && !launched.output().includes('the demo people have begun');)
      await pause(100);
    expect(launched.output()).toMatch(/the demo people have begun a few things[^\n]*\n$/);
    const database = new Client({ connectionString: launched.env.DATABASE_URL });
    await database.connect();
    const begun = async (): Promise<string[]> => {
      const { rows } = await database.query<{ key: string; status: string }>(
        'SELECT d.key, r.status FROM request r JOIN definition d ON d.id = r.definition_id ORDER BY 1, 2',
      );
      return rows.map(({ key, status }) => `${key} ${status}`);
    };
    // The register of leases begins the four that are due already once the story is told, and an approved plan puts a draft down.
    const story = [
      'authority-delegation running',
      ...Array.from({ length: 3 }, () => 'expense-reimbursement running'),
      ...Array.from({ length: 5 }, () => 'lease-renewal running'),
      ...['leave-request approved', 'leave-request approved', 'leave-request rejected', 'leave-request running', 'mall-exit running'],
      ...['market-research-execution draft', 'market-research-execution running', 'promotion-scheme-approval running'],
      ...['promotion-scheme-approval running', 'research-plan-approval approved', 'research-plan-approval returned'],
      ...['research-project-initiation running', 'stocktake approved', 'stocktake running'],
      ...['stocktake running', 'store-daily-opening running', 'store-opening running', 'store-opening running'],
    ];
    let rows = await begun();
    for (const until = Date.now() + 60_000; Date.now() < until && rows.join() !== story.join(); rows = await begun()) await pause(200);
    await database.end();
    expect(rows).toEqual(story);
  });

  it('stops everything that it started with Ctrl-C, and nothing else', async () => {
    const bystander = createServer();
    await new Promise<void>((resolve) => bystander.listen(0, '127.0.0.1', resolve));
    const children = launched.children();
    expect(children.length).toBeGreaterThanOrEqual(4);
    expect(await launched.interrupt()).toBe(0);
    expect(children.filter(({ pid, command }) => isOurs(pid, command))).toEqual([]);
    expect((bystander.address() as AddressInfo).port).toBeGreaterThan(0);
    expect(existsSync(path.join(checkout.data, 'run.json'))).toBe(false);
    await new Promise((resolve) => bystander.close(resolve));
  });

  it('shows the first page within thirty seconds when nothing changed, on the next free port when the usual one is taken', async () => {
    const stranger = createServer();
    await new Promise<void>((resolve) => stranger.once('error', () => resolve()).listen(8080, '127.0.0.1', resolve));
    launched = await checkout.start();
    expect((await fetch(launched.url)).status).toBe(200);
    expect(launched.tookMs).toBeLessThan(30_000);
    expect(new URL(launched.url).port).not.toBe('8080');
    expect(launched.children().filter(({ command }) => command.includes('play-demo'))).toEqual([]);
    await new Promise((resolve) => stranger.close(resolve));
  });

  it('does not empty anything without a yes', async () => {
    await launched.interrupt();
    const { code, output } = await checkout.runToEnd({ args: ['--reset'] });
    expect(code).toBe(1);
    expect(output).toMatch(/--yes/);
    expect(existsSync(path.join(checkout.data, 'temporal.db'))).toBe(true);
  });
});

describe('npm start with DATABASE_URL', () => {
  it('starts no PostgreSQL, has no demo mode, and prints a link for the first administrator; leaves a database from before the first release alone', async () => {
    const [checkout, postgres] = [makeCheckout(), await startTestPostgres()];
    try {
      const launched = await checkout.start({ env: { DATABASE_URL: postgres.url } });
      expect(launched.children().filter(({ command }) => command.includes('postgres -D'))).toEqual([]);
      const mode = (await (await fetch(`${launched.url}/api/v1/auth/mode`)).json()) as { demo: boolean; people: unknown[] };
      expect(mode).toMatchObject({ demo: false, people: [] });
      expect(launched.output()).toMatch(/http:\/\/127\.0\.0\.1:\d+\/link\/[\w-]{20,}/);
      await launched.interrupt();
      const old = new Client({ connectionString: postgres.url });
      await old.connect();
      await old.query(`UPDATE migrations SET name = 'Old' || name`);
      await old.end();
      const stopped = await checkout.runToEnd({ env: { DATABASE_URL: postgres.url } });
      expect(stopped).toMatchObject({ code: 1 });
      expect(stopped.output).toMatch(/\n[^\n]*首次发布之前[^\n]*--reset[^\n]*\n[^\n]*before the first release[^\n]*--reset[^\n]*\n/);
      expect(stopped.output).not.toContain('    at ');
      const refused = await checkout.runToEnd({ args: ['--reset', '--yes'], env: { DATABASE_URL: postgres.url } });
      expect(refused.output).toMatch(/DATABASE_URL is set, so nothing was touched/);
    } finally {
      await checkout.remove();
      await postgres.stop();
    }
  });
});
