import { RestoreWatch, YearNoticesRepository } from '@countersign/database';
import { mainlandChina, unknownYearAhead } from '@countersign/domain';
import { ProgramLog } from '@countersign/platform';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { restFor, RoundAfterRound } from '../host/round-after-round';

const EVERY_MS = 60 * 60_000;
const LOOK_MS = 1_000;

/** Tells whoever keeps the calendars, well before, of a year whose statutory days nobody knows: every hour, and of each year once. */
@Injectable()
export class YearWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds: RoundAfterRound;

  constructor(
    private readonly notices: YearNoticesRepository,
    log: ProgramLog,
    restore: RestoreWatch,
  ) {
    const failed = 'it could not be told that the days of a year are not known';
    this.rounds = new RoundAfterRound({ restore, log, failed, round: () => this.restAndLook(), rest: () => restFor(LOOK_MS) });
  }

  onApplicationBootstrap(): void {
    this.rounds.begin();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.end();
  }

  /** One look at every company. */
  async look(): Promise<void> {
    for (const { companyId, today, calendar } of await this.notices.companies()) {
      const year = unknownYearAhead(today, calendar, mainlandChina());
      if (year !== null) await this.notices.tell(companyId, year);
    }
  }

  /** It presses by weeks, not by minutes: what has just begun has other things to do first. */
  private async restAndLook(): Promise<boolean> {
    await this.rounds.restLong(EVERY_MS);
    if (!this.rounds.leaving) await this.look();
    return false;
  }
}
