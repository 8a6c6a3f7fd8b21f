import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { buildParts } from '../../apps/local/src/build/build-parts';
import { builtSettings, scriptOf } from '../../apps/local/src/build/built';
import { anyPort } from '../../apps/local/src/ports';
import { run } from '../../apps/local/src/processes';
import { temporalBinary } from '../../apps/local/src/temporal/temporal-binary';
import { type StackApp, createApp } from './stack-app';
import { createDatabase } from './database';
import { toldSecrets } from './told-secrets';

/**
 * A throw-away stack on real parts: a database of its own, a Temporal namespace of its own, api and worker as processes of their own.
 * Without `servers` it uses the PostgreSQL and Temporal of the jest run (rings integration, workflow, e2e, chaos).
 */
export interface Stack {
  /** Address of the product, without a slash at the end. */
  readonly url: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly api: StackApp;
  readonly worker: StackApp;
  /** Runs a command of the api's command line on this stack and answers what it printed. */
  cli(...args: string[]): Promise<string>;
  /** Folder with `api.log` and `worker.log`. */
  readonly folder: string;
  /** Ends it. Throws when its logs hold a secret or what somebody wrote. */
  stop(): Promise<void>;
}

export interface StackOptions {
  /** Load the demo company and allow one-click sign-in (default). */
  readonly demo?: boolean;
  /** More settings for api and worker. */
  readonly env?: Readonly<Record<string, string>>;
  /** Servers of the caller's own, instead of those of the jest run. */
  readonly servers?: { readonly databaseUrl: string; readonly temporalAddress: string };
  /** Do not start the worker yet. */
  readonly workerLater?: boolean;
}

const root = path.resolve(__dirname, '..', '..');

async function command(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<string> {
  return run(process.execPath, [path.join(root, scriptOf('api', 'cli.js')), ...args], { cwd: root, env });
}

/** The demo's own processes start nothing in the middle of a test, whatever the time is; what a test publishes does. */
async function pauseRecurring(url: string): Promise<void> {
  const database = await new DataSource({ type: 'postgres', url }).initialize();
  await database.query(
    `INSERT INTO recurring_process (company_id, definition_key, rule, paused_at, paused_by, paused_why)
      SELECT d.company_id, d.key, d.body->'schedule', now(), p.id, '试运行' FROM definition d JOIN person p ON p.company_id = d.company_id AND p.key = 'jiang-ming'
      WHERE d.status = 'published' AND d.body ? 'schedule' ON CONFLICT DO NOTHING`,
  );
  await database.destroy();
}

/** Migrated, and with the demo company when asked: made once per run, copied for each stack. */
async function databaseFor(demo: boolean): Promise<{ url: string; drop: () => Promise<void> }> {
  const prepare = async (url: string): Promise<void> => {
    const env = { ...process.env, DATABASE_URL: url, TEMPORAL_ADDRESS: process.env.TEST_TEMPORAL_ADDRESS, DEMO_MODE: demo ? '1' : '0' };
    await command(env, ['migrate']);
    if (demo) await command(env, ['seed-demo']);
    if (demo) await pauseRecurring(url);
  };
  return createDatabase({ name: demo ? 'template_demo' : 'template_migrated', prepare });
}

async function createNamespace(address: string): Promise<string> {
  const namespace = `suite-${randomBytes(5).toString('hex')}`;
  const args = ['operator', 'namespace', 'create', '--namespace', namespace, '--retention', '72h', '--address', address];
  await run(await temporalBinary({ root }), args, { timeoutMs: 30_000 });
  return namespace;
}

function testTemporalAddress(): string {
  const address = process.env.TEST_TEMPORAL_ADDRESS;
  if (!address) throw new Error('Expected TEST_TEMPORAL_ADDRESS from the global set-up, but this ring does not start Temporal');
  return address;
}

interface Place {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly drop: () => Promise<void>;
}

async function placeFor({ demo = true, servers }: StackOptions): Promise<Place> {
  if (servers) return { ...servers, namespace: 'default', drop: () => Promise.resolve() };
  const temporalAddress = testTemporalAddress();
  const [database, namespace] = await Promise.all([databaseFor(demo), createNamespace(temporalAddress)]);
  return { databaseUrl: database.url, temporalAddress, namespace, drop: database.drop };
}

function environment(place: Place, options: StackOptions, at: { port: number; healthPort: number; folder: string }): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: place.databaseUrl,
    TEMPORAL_ADDRESS: place.temporalAddress,
    TEMPORAL_NAMESPACE: place.namespace,
    HOST: '127.0.0.1',
    PORT: String(at.port),
    WORKER_HEALTH_PORT: String(at.healthPort),
    PUBLIC_URL: `http://127.0.0.1:${at.port}`,
    DEMO_MODE: (options.demo ?? true) ? '1' : '0',
    DATA_DIR: at.folder,
    ...builtSettings(root),
    ...options.env,
  };
}

/** Builds what changed, then starts the stack and waits until api and worker are ready. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  await buildParts(root);
  const place = await placeFor(options);
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-stack-'));
  const at = { port: await anyPort(), healthPort: await anyPort(), folder };
  const env = environment(place, options, at);
  if (options.servers) {
    await command(env, ['migrate']);
    if (options.demo ?? true) await command(env, ['seed-demo']);
  }
  const app = (name: 'api' | 'worker', port: number): StackApp =>
    createApp({
      name,
      script: path.join(root, scriptOf(name)),
      env,
      cwd: root,
      log: path.join(folder, `${name}.log`),
      health: `http://127.0.0.1:${port}`,
    });
  const [api, worker] = [app('api', at.port), app('worker', at.healthPort)];
  const stop = async (): Promise<void> => {
    await Promise.all([api.stop(), worker.stop()]);
    await place.drop();
    const told = toldSecrets(['api', 'worker'].map((name) => path.join(folder, `${name}.log`)));
    rmSync(folder, { recursive: true, force: true });
    if (told.length > 0) throw new Error(`Expected the logs to keep every secret, but they tell\n${told.slice(0, 5).join('\n')}`);
  };
  await Promise.all([api.start(), ...(options.workerLater ? [] : [worker.start()])]).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { ...place, url: `http://127.0.0.1:${at.port}`, api, worker, folder, cli: (...args) => command(env, args), stop };
}
