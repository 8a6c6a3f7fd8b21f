import { LeaseRegister, RestoreWatch } from '@countersign/database';
import { ProgramLog } from '@countersign/platform';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { restFor, RoundAfterRound } from '../host/round-after-round';

const LOOK_MS = 2_000;
const BATCH = 50;

/** Has the register of leases follow the renewals that came to their end, and those whose end was taken back. */
@Injectable()
export class LeaseKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds: RoundAfterRound;

  constructor(
    private readonly register: LeaseRegister,
    private readonly log: ProgramLog,
    restore: RestoreWatch,
  ) {
    const failed = 'the register of leases could not be looked at';
    this.rounds = new RoundAfterRound({ restore, log, failed, round: () => this.round(), rest: () => restFor(LOOK_MS) });
  }

  onApplicationBootstrap(): void {
    this.rounds.begin();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.end();
  }

  /** True where there may be more. */
  private async round(): Promise<boolean> {
    const due = await this.register.due(BATCH);
    for (const news of due) {
      if (this.rounds.leaving) return false;
      try {
        await this.register.follow(news);
      } catch (error) {
        this.log.lines.warn({ err: error, request: news.id }, 'the register of leases could not follow a renewal');
        await this.register.putOff(news);
      }
    }
    return due.length === BATCH;
  }
}
