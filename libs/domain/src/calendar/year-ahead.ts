import type { Calendar } from './calendar.schema';
import { dayAfter } from './day-count';
import { clockOf, isYearKnown } from './running-clock';
import type { StatutoryDays } from './statutory-days';

/** So long before a year begins its days are asked for: the State Council announces them in November as a rule. */
const ASKED_DAYS = 45;

/**
 * The year that a company comes to soon and of whose statutory days its offices know nothing; null where they know, or keep none. `today` is the company's
 * calendar day, `calendar` what the company itself says. Pure.
 */
export function unknownYearAhead(today: string, calendar: Calendar | null, statutory: StatutoryDays): number | null {
  const clock = clockOf(calendar === null ? [] : [calendar], 'office', 'UTC', statutory);
  const years = [today, dayAfter(today, ASKED_DAYS)].map((day) => Number(day.slice(0, 4)));
  return years.find((year) => !isYearKnown(clock, year)) ?? null;
}
