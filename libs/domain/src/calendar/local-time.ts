import { Temporal as Dates } from 'temporal-polyfill';

/** A moment as a zone's clock shows it. */
export interface LocalMoment {
  /** `YYYY-MM-DD` */
  day: string;
  /** Milliseconds since midnight as the clock on the wall counts them, 0 – 86,399,999. */
  ms: number;
}

/** What the clock of a zone shows at an instant (ISO, UTC). Pure. */
export function localMoment(at: string, timeZone: string): LocalMoment {
  const local = Dates.Instant.from(at).toZonedDateTimeISO(timeZone);
  const ms = ((local.hour * 60 + local.minute) * 60 + local.second) * 1_000 + local.millisecond;
  return { day: local.toPlainDate().toString(), ms };
}

/**
 * The instant (ISO, UTC) at which a zone's clock shows a time. A time that is left out when clocks go forward is as much later as they go; of one
 * that comes twice the first is meant. 24 h is the next day's midnight. Pure.
 */
export function instantAt({ day, ms }: LocalMoment, timeZone: string): string {
  const plain = Dates.PlainDate.from(day).toPlainDateTime().add({ milliseconds: ms });
  return isoOf(plain.toZonedDateTime(timeZone).epochMilliseconds);
}

/** The day that is `days` after another one. Pure. */
export function dayAfter(day: string, days = 1): string {
  return Dates.PlainDate.from(day).add({ days }).toString();
}

const isoOf = (ms: number): string => new Date(ms).toISOString();
