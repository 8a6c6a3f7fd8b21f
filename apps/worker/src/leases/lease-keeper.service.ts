import { LeaseRegister } from '@countersign/database';
import { ProgramLog } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { Rounds } from '../host/rounds';

const LOOK_MS = 2_000;
const BATCH = 50;

/** Has the register of leases follow the renewals that came to their end, and those whose end was taken back. */
@Injectable()
export class LeaseKeeper {
  constructor(
    private readonly register: LeaseRegister,
    private readonly log: ProgramLog,
    private readonly rounds: Rounds,
  ) {
    const failed = 'the register of leases could not be looked at';
    rounds.add({ failed, round: () => this.round(), rest: LOOK_MS });
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
