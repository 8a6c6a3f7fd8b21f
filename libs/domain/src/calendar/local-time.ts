import { Temporal as Dates } from 'temporal-polyfill';
import { dayOfGreenwich } from './day-count';
import { stretchAt } from './zone-offset';

/** A moment as a zone's clock shows it. */
export interface LocalMoment {
  /** `YYYY-MM-DD` */
  day: string;
  /** Milliseconds since midnight as the clock on the wall counts them, 0 – 86,399,999. */
  ms: number;
}

const DAY_MS = 86_400_000;

/** What the clock of a zone shows at an instant (ISO, UTC). Pure. */
export function localMoment(at: string, timeZone: string): LocalMoment {
  const instant = Date.parse(at);
  const wall = instant + stretchAt(timeZone, instant).offset;
  const midnight = Math.floor(wall / DAY_MS) * DAY_MS;
  return { day: dayOfGreenwich(midnight), ms: wall - midnight };
}

/**
 * The instant (ISO, UTC) at which a zone's clock shows a time. A time that is left out when clocks go forward is as much later as they go; of one
 * that comes twice the first is meant. 24 h is the next day's midnight. Pure.
 */
export function instantAt({ day, ms }: LocalMoment, timeZone: string): string {
  const wall = Date.parse(day) + ms;
  const { from, to, offset } = stretchAt(timeZone, wall);
  // No clock is a whole day from Greenwich: farther than that from any change there is one answer only.
  if (wall - DAY_MS >= from && wall + DAY_MS < to) return isoOf(wall - offset);
  const plain = Dates.PlainDate.from(day).toPlainDateTime().add({ milliseconds: ms });
  return isoOf(plain.toZonedDateTime(timeZone).epochMilliseconds);
}

const isoOf = (ms: number): string => new Date(ms).toISOString();
