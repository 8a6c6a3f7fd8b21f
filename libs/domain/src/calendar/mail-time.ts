import { dayAfter } from './day-count';
import { instantAt, localMoment } from './local-time';

/** From when to when somebody is left in peace, `HH:MM` by the company's clock; a window whose end is earlier ends on the next day. */
export interface QuietHours {
  from: string;
  to: string;
}

const MINUTE = 60_000;
const msOf = (time: string): number => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * MINUTE;

/** The first moment (ISO, UTC) from `at` on at which a zone's clock shows `time` (`HH:MM`). Pure. */
export function nextTimeOfDay(at: string, time: string, timeZone: string): string {
  const { day, ms } = localMoment(at, timeZone);
  const today = instantAt({ day, ms: msOf(time) }, timeZone);
  return msOf(time) >= ms && today >= at ? today : instantAt({ day: dayAfter(day), ms: msOf(time) }, timeZone);
}

/** `at` itself (ISO, UTC), or the end of the quiet hours in which it lies. A window that ends when it begins is none. Pure. */
export function afterQuiet(at: string, quiet: QuietHours | null, timeZone: string): string {
  if (quiet === null || quiet.from === quiet.to) return at;
  const now = localMoment(at, timeZone).ms;
  const [from, to] = [msOf(quiet.from), msOf(quiet.to)];
  const within = from < to ? from <= now && now < to : now >= from || now < to;
  return within ? nextTimeOfDay(at, quiet.to, timeZone) : at;
}
