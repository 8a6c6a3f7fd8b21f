import { lastLines, startApp } from '../../apps/local/src/run/node-app';
import { endProcess, pause } from '../../apps/local/src/processes';

/** One process of a stack (api or worker) that a test may stop, kill and start again. */
export interface StackApp {
  /** Starts it, with more settings if need be, and waits until `/health/ready` answers; throws with the end of its log when it does not. */
  start(settings?: Readonly<Record<string, string>>): Promise<void>;
  /** Ends it in order. */
  stop(): Promise<void>;
  /** `kill -9`, and waits until it is gone. */
  kill(): Promise<void>;
  pid(): number | null;
  /** The end of its log. */
  log(lines?: number): string;
}

export interface StackAppOptions {
  readonly name: string;
  readonly script: string;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly log: string;
  /** Address whose `/health/ready` tells that it is up. */
  readonly health: string;
}

type Running = ReturnType<typeof startApp>;

const hasEnded = ({ child }: Running): boolean => child.exitCode !== null || child.signalCode !== null;

/** The process table knows of an end before Node does. */
const untilEnded = (running: Running): Promise<void> =>
  hasEnded(running) ? Promise.resolve() : new Promise((resolve) => running.child.once('exit', () => resolve()));

async function untilReady(running: Running, options: StackAppOptions): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until && !hasEnded(running); await pause(50)) {
    const answer = await fetch(`${options.health}/health/ready`, { signal: AbortSignal.timeout(3_000) }).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error(`Expected ${options.name} to become ready, but it did not:\n${lastLines(options.log, 30)}`);
}

export function createApp(options: StackAppOptions): StackApp {
  let running: Running | null = null;
  return {
    start: async (settings = {}) => {
      if (running && !hasEnded(running)) return;
      running = startApp({ ...options, env: { ...options.env, ...settings } });
      await untilReady(running, options);
    },
    stop: async () => {
      await running?.stop();
      // Only then may it be started again.
      if (running) await untilEnded(running);
    },
    kill: async () => {
      if (!running?.child.pid) return;
      await endProcess(running.child.pid, options.script, { signal: 'SIGKILL' });
      await untilEnded(running);
    },
    pid: () => (running && !hasEnded(running) ? (running.child.pid ?? null) : null),
    log: (lines = 50) => lastLines(options.log, lines),
  };
}
