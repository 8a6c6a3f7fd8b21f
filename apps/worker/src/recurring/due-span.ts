import type { RecurringProcess } from '@countersign/database';

/** A day by the clock on the wall has up to 25 hours, and whoever fires at the same time of the next day may be late. What was due longer ago is not made up for by itself: somebody asks for it. */
const LOOKS_BACK_MS = 26 * 3_600_000;
/** Temporal fires by its own clock, which may be ahead of PostgreSQL's: what it fired for must not wait until it fires again. */
const CLOCKS_APART_MS = 5_000;

const shifted = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

/** Whatever is due after one moment and not after another (ISO, UTC) is looked at when a process fires. Pure. */
export function dueSpan({ since, now }: Pick<RecurringProcess, 'since' | 'now'>): { after: string; until: string } {
  const earliest = shifted(now, -LOOKS_BACK_MS);
  return { after: since > earliest ? since : earliest, until: shifted(now, CLOCKS_APART_MS) };
}
