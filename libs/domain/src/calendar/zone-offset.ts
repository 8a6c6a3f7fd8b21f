import { Temporal as Dates } from 'temporal-polyfill';

/** A stretch of time through which the clocks of a zone are equally far from Greenwich: from its first instant to that of the next, in milliseconds. */
export interface Stretch {
  from: number;
  to: number;
  /** Milliseconds to be added to an instant for what the wall shows. */
  offset: number;
}

/** Stretches that were looked up, by zone. There are some hundred zones, and two stretches a year in those that change their clocks. */
const KNOWN = new Map<string, Stretch[]>();

/** The stretch of a zone in which an instant lies. Looking one up costs some hundred times what remembering it does. Pure. */
export function stretchAt(timeZone: string, at: number): Stretch {
  const known = KNOWN.get(timeZone) ?? [];
  const found = known.find(({ from, to }) => from <= at && at < to);
  if (found) return found;
  const stretch = lookedUp(timeZone, at);
  // The newest first: days are asked for one after another.
  known.unshift(stretch);
  KNOWN.set(timeZone, known);
  return stretch;
}

function lookedUp(timeZone: string, at: number): Stretch {
  const there = Dates.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  // The change before an instant is strictly before it: one that falls on it begins the stretch.
  const before = there.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  return {
    from: before?.epochMilliseconds ?? -Infinity,
    to: there.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity,
    offset: there.offsetNanoseconds / 1_000_000,
  };
}
