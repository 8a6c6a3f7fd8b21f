import type { Bilingual } from '../text/bilingual';

/** Statutory holidays of a country and the working days that make up for them, as its government announces them year by year. */
export interface StatutoryDays {
  /** Days off, by `YYYY-MM-DD`. */
  holidays: Readonly<Record<string, Bilingual>>;
  /** Days at the weekend on which people work instead. */
  makeUp: Readonly<Record<string, Bilingual>>;
  /** Years that have been announced; of others nothing is known, and nothing is guessed. */
  years: readonly number[];
}

/** Where nothing is statutory. */
export const NO_STATUTORY_DAYS: StatutoryDays = { holidays: {}, makeUp: {}, years: [] };
