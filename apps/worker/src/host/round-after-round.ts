import type { RestoreWatch } from '@countersign/database';
import type { ProgramLog } from '@countersign/platform';

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
