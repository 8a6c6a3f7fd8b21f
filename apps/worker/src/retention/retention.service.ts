import { RestoreWatch, RetentionRepository } from '@countersign/database';
import { ProgramLog } from '@countersign/platform';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { restFor, RoundAfterRound } from '../host/round-after-round';

const EVERY_MS = 60 * 60_000;
/** A worker that is told to leave does not wait for the next round. */
const LOOK_MS = 1_000;

/** Forgets what is not kept for ever, every hour; which rows, and when, is said in `RETENTION`. */
@Injectable()
export class Retention implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds: RoundAfterRound;

  constructor(
    private readonly retention: RetentionRepository,
    private readonly log: ProgramLog,
    restore: RestoreWatch,
  ) {
    const failed = 'what is not kept for ever could not be done away with';
    this.rounds = new RoundAfterRound({ restore, log, failed, round: () => this.round(), rest: () => this.rest() });
  }

  onApplicationBootstrap(): void {
    this.rounds.begin();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.end();
  }

  private async round(): Promise<boolean> {
    const forgotten = await this.retention.round(() => !this.rounds.leaving);
    if (forgotten && Object.keys(forgotten).length > 0) this.log.lines.info({ forgotten }, 'what is not kept for ever is gone');
    return false;
  }

  private async rest(): Promise<void> {
    for (const until = Date.now() + EVERY_MS; Date.now() < until && !this.rounds.leaving;) await restFor(LOOK_MS);
  }
}
