import { clockDay, type RunningClock } from './running-clock';
import { dayAfter, daysBetween } from './day-count';

/** More days than this are not counted one by one. */
export const MOST_COUNTED_DAYS = 366;

/** Days from one to another, both YYYY-MM-DD and both counted, and how much of the first and of the last is left out. */
export interface CountedRange {
  from: string;
  to: string;
  /** The first day begins, or the last ends, at noon. */
  half: { first: boolean; last: boolean };
}

/**
 * How many days of a range count: those on which a clock runs, or without one all of them. A half is left out of an end that counts at all.
 * Null where it ends before it begins or lasts longer than a year. Pure.
 */
export function dayTotal({ from, to, half }: CountedRange, clock: RunningClock | null): number | null {
  const length = daysBetween(from, to) + 1;
  if (!(length >= 1 && length <= MOST_COUNTED_DAYS)) return null;
  const counts = Array.from({ length }, (_, index) => clock === null || clockDay(clock, dayAfter(from, index)).hours.length > 0);
  const halves = [half.first && counts[0], half.last && counts.at(-1)].filter(Boolean).length;
  return counts.filter(Boolean).length - halves / 2;
}
