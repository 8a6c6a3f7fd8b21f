import { RestoreWatch, RetentionRepository } from '@countersign/database';
import { ProgramLog } from '@countersign/platform';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { RoundAfterRound } from '../host/round-after-round';

const EVERY_MS = 60 * 60_000;

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
    this.rounds = new RoundAfterRound({ restore, log, failed, round: () => this.round(), rest: () => this.rounds.restLong(EVERY_MS) });
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
}
