import { YearNoticesRepository } from '@countersign/database';
import { mainlandChina, unknownYearAhead } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { Rounds } from '../host/rounds';

const EVERY_MS = 60 * 60_000;

/** Tells whoever keeps the calendars, well before, of a year whose statutory days nobody knows: every hour, and of each year once. */
@Injectable()
export class YearWatch {
  constructor(
    private readonly notices: YearNoticesRepository,
    private readonly rounds: Rounds,
  ) {
    const failed = 'it could not be told that the days of a year are not known';
    rounds.add({ failed, round: () => this.restAndLook(), rest: 0 });
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
    await this.rounds.rest(EVERY_MS);
    if (!this.rounds.leaving) await this.look();
    return false;
  }
}
