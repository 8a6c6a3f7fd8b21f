import { RetentionRepository } from '@countersign/database';
import { ProgramLog } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { Rounds } from '../host/rounds';

const EVERY_MS = 60 * 60_000;

/** Forgets what is not kept for ever, every hour; which rows, and when, is said in `RETENTION`. */
@Injectable()
export class Retention {
  constructor(
    private readonly retention: RetentionRepository,
    private readonly log: ProgramLog,
    private readonly rounds: Rounds,
  ) {
    const failed = 'what is not kept for ever could not be done away with';
    rounds.add({ failed, round: () => this.round(), rest: EVERY_MS });
  }

  private async round(): Promise<boolean> {
    const forgotten = await this.retention.round(() => !this.rounds.leaving);
    if (forgotten && Object.keys(forgotten).length > 0) this.log.lines.info({ forgotten }, 'what is not kept for ever is gone');
    return false;
  }
}
