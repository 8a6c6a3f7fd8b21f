import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { builtSettings, scriptOf } from '../../../apps/local/src/build/built';
import { anyPort } from '../../../apps/local/src/ports';
import { startTestPostgres } from '../../support/postgres-server';
import { type Stack, startStack } from '../../support/stack';
import { type StackApp, createApp } from '../../support/stack-app';
import { Parts } from '../../support/parts';
import { startTestTemporal } from '../../support/temporal-server';
import { firstAdministrator } from '../replay-log/throw-away';

const root = path.resolve(__dirname, '..', '..', '..');
const LEAN = path.join(__dirname, 'lean-worker.preload.js');

/** Throw-away servers, our api, and the three workers that take turns: ours as it ships, ours lean, the bare one. */
export interface BenchStack {
  readonly stack: Stack;
  readonly admin: string;
  readonly stock: StackApp;
  readonly lean: StackApp;
  /** Ours with a workflow cache of one: every decision meets a cold worker. */
  readonly cold: StackApp;
  readonly bareQueue: string;
  startBare(): Promise<void>;
  stopBare(): Promise<void>;
  stop(): Promise<void>;
}

export async function startBenchStack(): Promise<BenchStack> {
  const parts = new Parts();
  try {
    return await startWith(parts);
  } catch (error) {
    await parts.stop();
    throw error;
  }
}

async function startWith(parts: Parts): Promise<BenchStack> {
  const postgres = await parts.add(startTestPostgres({ durable: true }));
  const temporal = await parts.add(startTestTemporal());
  const started = startStack({
    demo: false,
    servers: { databaseUrl: postgres.url, temporalAddress: temporal.address },
    workerLater: true,
    env: { LOG_LEVEL: 'warn' },
  });
  const stack = await parts.add(started);
  const admin = await firstAdministrator(stack.url, await stack.cli('first-admin-link'));
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-bench-'));
  const worker = async (name: string, more: NodeJS.ProcessEnv): Promise<StackApp> => {
    const port = await anyPort();
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      DATABASE_URL: stack.databaseUrl,
      TEMPORAL_ADDRESS: stack.temporalAddress,
      TEMPORAL_NAMESPACE: stack.namespace,
      WORKER_HEALTH_PORT: String(port),
      ...builtSettings(root),
      HOST: '127.0.0.1',
      ...more,
    };
    const script = path.join(root, scriptOf('worker'));
    return createApp({ name, script, env, cwd: root, log: path.join(folder, `${name}.log`), health: `http://127.0.0.1:${port}` });
  };
  const [stock, lean, cold] = await Promise.all([
    worker('stock', {}),
    worker('lean', { NODE_OPTIONS: `--require ${LEAN}` }),
    worker('cold', { WORKER_CACHE: '1' }),
  ]);
  const bare = new BareWorker(temporal.address, stack.namespace);
  await parts.add({
    stop: async () => {
      await Promise.all([stock.stop(), lean.stop(), cold.stop(), bare.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  });
  const [startBare, stopBare] = [() => bare.start(), () => bare.stop()];
  return { stack, admin, stock, lean, cold, bareQueue: bare.queue, startBare, stopBare, stop: () => parts.stop() };
}

/** The bare worker's process. */
class BareWorker {
  readonly queue = 'bench-bare';
  private child: ChildProcess | null = null;

  constructor(
    private readonly address: string,
    private readonly namespace: string,
  ) {}

  async start(): Promise<void> {
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      TEMPORAL_ADDRESS: this.address,
      TEMPORAL_NAMESPACE: this.namespace,
      BARE_QUEUE: this.queue,
    };
    const script = path.join(__dirname, 'bare-worker.ts');
    const child = spawn(process.execPath, [path.join(root, 'test/support/run-ts.js'), script], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.child = child;
    await Promise.race([
      once(child.stdout, 'data'),
      once(child, 'exit').then(() => Promise.reject(new Error('Expected the bare worker to stay, but it ended'))),
    ]);
  }

  async stop(): Promise<void> {
    const child = this.child;
    this.child = null;
    if (!child || child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}
