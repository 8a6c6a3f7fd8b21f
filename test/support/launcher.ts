import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dataBeside } from '../../apps/local/src/postgres/postgres-server';
import { pause } from '../../apps/local/src/processes';

/** A checkout of its own, below a folder that only its owner may enter, with the packages and the build of this one. */
export interface Checkout {
  readonly folder: string;
  readonly data: string;
  /** Starts `npm start` there and waits until it says where the product is. */
  start(options?: LaunchOptions): Promise<Launched>;
  /** Runs `npm start` there to its own end. */
  runToEnd(options?: LaunchOptions): Promise<{ code: number | null; output: string }>;
  remove(): Promise<void>;
}

export interface LaunchOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface Launched {
  readonly url: string;
  readonly pid: number;
  readonly tookMs: number;
  readonly output: () => string;
  /** Settings that the launcher gave to what it started. */
  readonly env: Readonly<Record<string, string>>;
  /** Processes that it started: id and command line. */
  children(): { pid: number; command: string }[];
  /** Ctrl-C. Answers the exit code. */
  interrupt(): Promise<number | null>;
  kill(): Promise<void>;
}

const root = path.resolve(__dirname, '..', '..');
const LEFT_OUT = new Set(['node_modules', '.git', '.data', 'coverage', 'test-results']);

export function makeCheckout(): Checkout {
  const closed = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-clone-'));
  fs.chmodSync(closed, 0o700);
  const folder = path.join(closed, 'countersign');
  fs.cpSync(root, folder, { recursive: true, filter: (source) => !LEFT_OUT.has(path.basename(source)) });
  fs.rmSync(path.join(folder, 'dist', '.lock'), { force: true });
  for (const at of ['node_modules', path.join('apps', 'web', 'node_modules')]) {
    if (fs.existsSync(path.join(root, at))) fs.symlinkSync(path.join(root, at), path.join(folder, at));
  }
  const data = path.join(folder, '.data');
  const running: ChildProcess[] = [];
  const spawnStart = (options: LaunchOptions = {}): { child: ChildProcess; output: () => string } => {
    const started = spawnLauncher(folder, options);
    running.push(started.child);
    return started;
  };
  return {
    folder,
    data,
    start: (options) => untilUp(spawnStart(options), data),
    runToEnd: async (options) => {
      const { child, output } = spawnStart(options);
      return { code: await ended(child), output: output() };
    },
    remove: async () => {
      for (const child of running) if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
      await Promise.all(running.map(ended));
      fs.rmSync(dataBeside(folder, path.join(data, 'postgres')), { recursive: true, force: true });
      fs.rmSync(closed, { recursive: true, force: true });
    },
  };
}

function spawnLauncher(folder: string, { args = [], env = {} }: LaunchOptions): { child: ChildProcess; output: () => string } {
  const { DATABASE_URL: _database, TEMPORAL_ADDRESS: _temporal, PORT: _port, ...inherited } = process.env;
  const child = spawn(process.execPath, [path.join(folder, 'apps', 'local', 'start.js'), ...args], {
    cwd: folder,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const read = (chunk: Buffer): void => void (text += chunk.toString('utf8'));
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  return { child, output: () => text };
}

const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve) => child.once('exit', (code) => resolve(code)));

async function untilUp({ child, output }: { child: ChildProcess; output: () => string }, data: string): Promise<Launched> {
  const begun = Date.now();
  while (!output().includes('Ctrl-C')) {
    if (child.exitCode !== null || Date.now() - begun > 240_000)
      throw new Error(`Expected npm start to come up, but it said:\n${output()}`);
    await pause(50);
  }
  const state = JSON.parse(fs.readFileSync(path.join(data, 'run.json'), 'utf8')) as { address: string; env: Record<string, string> };
  const pid = child.pid ?? 0;
  return {
    url: state.address,
    env: state.env,
    pid,
    tookMs: Date.now() - begun,
    output,
    children: () => childrenOf(pid),
    interrupt: () => {
      child.kill('SIGINT');
      return ended(child);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended(child);
    },
  };
}

/** Processes whose parent is `pid`, from the process table. */
function childrenOf(pid: number): { pid: number; command: string }[] {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const parent = Number(/^PPid:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]);
        const command = fs.readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0').join(' ').trim();
        return parent === pid && command ? [{ pid: Number(name), command }] : [];
      } catch {
        return [];
      }
    });
}
