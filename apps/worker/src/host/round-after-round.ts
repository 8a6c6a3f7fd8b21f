import type { RestoreWatch } from '@countersign/database';
import type { ProgramLog } from '@countersign/platform';

/** A worker that is told to leave waits no longer than this. */
const LOOK_MS = 1_000;

/** What is done again and again, and how long it rests between two rounds. */
interface Rounds {
  restore: RestoreWatch;
  log: ProgramLog;
  /** What the log says of a round that failed; the next one comes all the same. */
  failed: string;
  /** One round; true where there is more to do at once. */
  round: () => Promise<boolean>;
  rest: () => Promise<void>;
}

/** Work of a worker that is done round after round, from the moment on when nothing may be moved no longer holds, until it is told to leave. */
export class RoundAfterRound {
  leaving = false;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly rounds: Rounds) {}

  begin(): void {
    this.running = this.run();
  }

  /** Ends after the round that is under way; `wake` ends its rest. */
  async end(wake: () => void = () => undefined): Promise<void> {
    this.leaving = true;
    wake();
    await this.running;
  }

  /** A long rest, which ends as soon as the worker is told to leave. */
  async restLong(ms: number): Promise<void> {
    for (const until = Date.now() + ms; Date.now() < until && !this.leaving;) await restFor(LOOK_MS);
  }

  private async run(): Promise<void> {
    const { restore, log, failed, round, rest } = this.rounds;
    // A restored journal is compared with the workflows before anything may move.
    await restore.whenOpen(() => this.leaving);
    while (!this.leaving) {
      try {
        if (await round()) continue;
      } catch (error) {
        log.lines.warn({ err: error }, failed);
      }
      if (!this.leaving) await rest();
    }
  }
}

export const restFor = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
