import { dayAfter } from '../../calendar/day-count';
import { instantAt, localMoment } from '../../calendar/local-time';
import { clockDay, weekdayOf, type ClockDay, type RunningClock } from '../../calendar/running-clock';
import type { Json } from '../../text/bilingual';
import { ownValue } from '../../text/own-value';
import type { RecurringSchedule, RegisterSchedule, Schedule, ScheduleGiven } from './schedule.schema';

/** A time at which a request is to be started by itself. */
export interface Occurrence {
  /** The day that the schedule means (`YYYY-MM-DD`): it stays the same when a changed calendar moves the start, so that nothing is started twice. */
  day: string;
  /** When it starts (ISO, UTC). */
  at: string;
  /** It lies in a year whose statutory days nobody has announced: whether the clock runs that day is not known. */
  unknown: boolean;
}

/** A clock that stands still longer than this after a day has nothing on that day. */
const MOST_MOVED = 31;
const MINUTE = 60_000;
const LAST_OF_MONTH = 31;

/** Whether a schedule means a day, whatever the calendar says of it. */
function means(schedule: RecurringSchedule, day: string): boolean {
  if (schedule.every === 'day') return true;
  if (schedule.every === 'week') return weekdayOf(day) === schedule.on;
  const wanted = schedule.on === 'last' ? LAST_OF_MONTH : schedule.on;
  const date = Number(day.slice(8));
  return date === wanted || (date < wanted && dayAfter(day).endsWith('-01'));
}

/** The day on which the clock runs that a day is moved to, and whether that is known for sure; null: there is none. */
function runningDay(schedule: Schedule, clock: RunningClock, day: string): { on: ClockDay; unknown: boolean } | null {
  let unknown = false;
  for (let moved = 0, at = day; moved <= (schedule.every === 'day' ? 0 : MOST_MOVED); moved += 1, at = dayAfter(at)) {
    const on = clockDay(clock, at);
    unknown ||= on.provisional;
    if (on.hours.length > 0) return { on, unknown };
  }
  return null;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function momentOf({ at }: Schedule, { hours }: ClockDay): number {
  if ('time' in at) return minutesOf(at.time);
  if ('opening' in at) return minutesOf(hours[0]?.[0] ?? '00:00') + at.opening;
  return minutesOf(hours.at(-1)?.[1] ?? '24:00') + at.closing;
}

/** What a schedule means by one of its days for a unit whose clock this is; null: nothing. */
function occurrenceOn(schedule: RecurringSchedule, clock: RunningClock, day: string): Occurrence | null {
  if (!means(schedule, day)) return null;
  const found = runningDay(schedule, clock, day);
  if (found === null) return null;
  const at = instantAt({ day: found.on.day, ms: momentOf(schedule, found.on) * MINUTE }, clock.timeZone);
  return { day, at, unknown: found.unknown };
}

/** Starts after one moment and not after another (ISO, UTC), in order. Pure. Cost: one step per day in between. */
export function occurrencesBetween(
  schedule: RecurringSchedule,
  clock: RunningClock,
  { after, until }: { after: string; until: string },
): Occurrence[] {
  const found: Occurrence[] = [];
  const last = dayAfter(localMoment(until, clock.timeZone).day);
  // What a standing clock has moved began earlier; what starts before it opens, on the day before.
  const back = schedule.every === 'day' ? 1 : MOST_MOVED + 1;
  for (let day = dayAfter(localMoment(after, clock.timeZone).day, -back); day <= last; day = dayAfter(day)) {
    const one = occurrenceOn(schedule, clock, day);
    if (one !== null && after < one.at && one.at <= until) found.push(one);
  }
  return found.sort((left, right) => (left.at < right.at ? -1 : 1));
}

/** When something starts that a row of a register asks for, whose date is `day`; null: the clock stands still for good. Pure. */
export function occurrenceBefore(schedule: RegisterSchedule, clock: RunningClock, day: string): Occurrence | null {
  const found = runningDay(schedule, clock, dayAfter(day, -schedule.before));
  return (
    found && {
      day,
      at: instantAt({ day: found.on.day, ms: momentOf(schedule, found.on) * MINUTE }, clock.timeZone),
      unknown: found.unknown,
    }
  );
}

/** What a request is about that starts by itself; `row`: what the register says. */
export interface ScheduledAbout {
  unit: string;
  day: string;
  row: Readonly<Record<string, Json>> | null;
}

function filled(given: ScheduleGiven, { unit, day, row }: ScheduledAbout): Json | undefined {
  if ('unit' in given) return unit;
  if ('column' in given) return row === null ? undefined : ownValue(row, given.column);
  return 'day' in given ? day : given.value;
}

/** What the form of a request that starts by itself is given: fields by key; what is blank is left out. Pure. */
export function scheduledForm({ form }: Schedule, about: ScheduledAbout): Record<string, Json> {
  const given = Object.entries(form).flatMap(([key, source]): [string, Json][] => {
    const value = filled(source, about);
    return value === undefined || value === null ? [] : [[key, value]];
  });
  return Object.fromEntries(given);
}

/** The times of day (`HH:MM` of the zone's clock) at which these start. Pure. Cost: one look at the clock per moment, however many start then. */
export function timesOfDay(occurrences: readonly Occurrence[], timeZone: string): string[] {
  const times = [...new Set(occurrences.map(({ at }) => at))].map((at) => {
    const minutes = Math.floor(localMoment(at, timeZone).ms / 60_000);
    return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  });
  return [...new Set(times)].sort();
}
