import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { RestoreWatch } from '@countersign/database';
import { ProgramLog } from '@countersign/platform';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';

/** What is done again and again, and how long it rests between two rounds. */
export interface RoundWork {
  /** What the log says of a round that failed; the next one comes all the same. */
  failed: string;
  /** One round; true where there is more to do at once. */
  round: () => Promise<boolean>;
  /** So many milliseconds, or until something happens. */
  rest: number | (() => Promise<void>);
  /** Ends a rest of its own. */
  wake?: () => void;
  /** Once the last round is over. */
  over?: () => Promise<void> | void;
}

/** All work of a worker that is done round after round, from the moment on when nothing may be moved no longer holds, until it is told to leave. */
@Injectable()
export class Rounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly works: RoundWork[] = [];
  private readonly leave = new AbortController();
  private running: Promise<void>[] = [];

  constructor(
    private readonly restore: RestoreWatch,
    private readonly log: ProgramLog,
  ) {
    // All of them rest at the same time.
    setMaxListeners(0, this.leave.signal);
  }

  /** Whether the worker was told to leave: a round that takes long ends early then. */
  get leaving(): boolean {
    return this.leave.signal.aborted;
  }

  /** To be said before the worker begins. */
  add(work: RoundWork): void {
    this.works.push(work);
  }

  onApplicationBootstrap(): void {
    this.running = this.works.map((work) => this.run(work));
  }

  /** Ends after the rounds that are under way. */
  async beforeApplicationShutdown(): Promise<void> {
    this.leave.abort();
    for (const { wake } of this.works) wake?.();
    await Promise.all(this.running);
  }

  /** A rest, which ends as soon as the worker is told to leave. */
  async rest(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.leave.signal }).catch(() => undefined);
  }

  private async run({ failed, round, rest, over }: RoundWork): Promise<void> {
    // A restored journal is compared with the workflows before anything may move.
    await this.restore.whenOpen(() => this.leaving);
    while (!this.leaving) {
      try {
        if (await round()) continue;
      } catch (error) {
        this.log.lines.warn({ err: error }, failed);
      }
      await (typeof rest === 'number' ? this.rest(rest) : rest());
    }
    await over?.();
  }
}
