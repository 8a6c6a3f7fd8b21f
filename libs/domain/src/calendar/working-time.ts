import { clockDay, type RunningClock } from './running-clock';
import { dayAfter, dayOfGreenwich } from './day-count';
import { instantAt, localMoment, type LocalMoment } from './local-time';

/** How long something may take: working days, working hours, minutes of the clock's time. All are whole and at least zero. */
export interface WorkingSpan {
  days?: number;
  hours?: number;
  minutes?: number;
}

/** A moment that was counted by a clock. */
export interface CountedMoment {
  /** ISO, UTC. */
  at: string;
  /** It was counted over a year whose statutory days are not announced yet: it is counted anew when they are. */
  provisional: boolean;
}

/** A time (ISO, UTC) through which nothing counts, though the clock may run. */
export interface Standstill {
  from: string;
  to: string;
}

/** A clock that has not run for so many days is taken to stand still for good. */
const STANDS_STILL_DAYS = 400;
/** Nothing is counted over more than ten years: a clock of one minute a week would take a thousand of them for what others do in months. */
export const FARTHEST_DAYS = 3_660;
const MINUTE = 60_000;
const DAY_MS = 86_400_000;

/** From when to when a clock runs on one day. Both ends are instants in milliseconds. */
interface Run {
  from: number;
  to: number;
}

/** A day of a clock with its runs as instants. Clocks that go forward or back make a run shorter or longer. */
interface Day {
  day: string;
  runs: Run[];
  provisional: boolean;
  /** The day after it, once somebody has gone on to it. */
  next?: Day;
}

/** Days that were looked up, for as long as anybody holds their clock: the same days are asked for again and again, and each costs a look at its time zone. */
const KNOWN = new WeakMap<RunningClock, Map<string, Day>>();

function dayOf(clock: RunningClock, day: string): Day {
  const days = KNOWN.get(clock) ?? new Map<string, Day>();
  KNOWN.set(clock, days);
  const found = days.get(day) ?? lookedUp(clock, day);
  days.set(day, found);
  return found;
}

function followingDay(clock: RunningClock, day: Day): Day {
  return (day.next ??= dayOf(clock, dayAfter(day.day)));
}

function lookedUp(clock: RunningClock, day: string): Day {
  const { hours, provisional } = clockDay(clock, day);
  const instant = (time: string): number => Date.parse(instantAt({ day, ms: minutesOf(time) * MINUTE }, clock.timeZone));
  return {
    day,
    provisional,
    runs: hours.map(([from, to]) => ({ from: instant(from), to: instant(to) })).filter(({ from, to }) => from < to),
  };
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The days of a clock from one on, until it has stood still for too long, or the farthest is reached. */
function* daysFrom(clock: RunningClock, first: string): Generator<Day> {
  let still = 0;
  let day = dayOf(clock, first);
  for (let many = 0; many < FARTHEST_DAYS && still < STANDS_STILL_DAYS; many += 1) {
    still = day.runs.length > 0 ? 0 : still + 1;
    yield day;
    day = followingDay(clock, day);
  }
}

/** Whether a clock runs at an instant. Pure. */
export function runsAt(clock: RunningClock, at: string): boolean {
  const now = Date.parse(at);
  return dayOf(clock, localMoment(at, clock.timeZone).day).runs.some(({ from, to }) => from <= now && now < to);
}

/**
 * When something ends that begins at `from` and may take so much of a clock's time: first the days, then hours and minutes. A working day later is the
 * same time of the next day on which the clock runs, moved into that day's hours. What begins while the clock stands begins when it runs
 * again. `null`: the clock does not run so long within `FARTHEST_DAYS`. Pure. Cost: one step per day in between.
 */
export function afterWorkingTime(clock: RunningClock, from: string, span: WorkingSpan): CountedMoment | null {
  const { days = 0, hours = 0, minutes = 0 } = span;
  const begin = nextRunning(clock, { at: from, provisional: false });
  const there = begin && afterDays(clock, begin, days);
  return there && afterMs(clock, there, (hours * 60 + minutes) * MINUTE);
}

/**
 * A moment that was counted from `from`, later by as much of the clock's time as stood still before it. `stood`: in the order in which it did. `null`: the
 * clock never runs so long. Pure.
 */
export function laterByStandstill(
  clock: RunningClock,
  from: string,
  end: CountedMoment,
  stood: readonly Standstill[],
): CountedMoment | null {
  return stood.reduce<CountedMoment | null>((until, still) => {
    if (until === null || Date.parse(still.from) >= Date.parse(until.at)) return until;
    const begun = Date.parse(still.from) < Date.parse(from) ? from : still.from;
    return afterMs(clock, until, workingTimeBetween(clock, begun, still.to));
  }, end);
}

/** The first moment from `at` on at which the clock runs. */
function nextRunning(clock: RunningClock, { at, provisional }: CountedMoment): CountedMoment | null {
  const now = Date.parse(at);
  let unsure = provisional;
  for (const day of daysFrom(clock, localMoment(at, clock.timeZone).day)) {
    unsure ||= day.provisional;
    const run = day.runs.find(({ to }) => now < to);
    if (run) return counted(Math.max(now, run.from), unsure);
  }
  return null;
}

function afterDays(clock: RunningClock, begin: CountedMoment, days: number): CountedMoment | null {
  if (days === 0) return begin;
  const local = localMoment(begin.at, clock.timeZone);
  let left = days;
  let unsure = begin.provisional;
  for (const day of daysFrom(clock, dayAfter(local.day))) {
    unsure ||= day.provisional;
    if (day.runs.length === 0) continue;
    left -= 1;
    if (left === 0) return counted(movedInto(day, { day: day.day, ms: local.ms }, clock.timeZone), unsure);
  }
  return null;
}

/** The time of a day at which a clock runs that is nearest to one: never before its first hour, never after its last; in a break, when the break ends. */
function movedInto({ runs }: Day, wanted: LocalMoment, timeZone: string): number {
  const at = Date.parse(instantAt(wanted, timeZone));
  const run = runs.find(({ to }) => at <= to);
  return run ? Math.max(at, run.from) : (runs.at(-1)?.to ?? at);
}

function afterMs(clock: RunningClock, { at, provisional }: CountedMoment, span: number): CountedMoment | null {
  if (span === 0) return { at, provisional };
  const begin = Date.parse(at);
  let left = span;
  let unsure = provisional;
  for (const day of daysFrom(clock, localMoment(at, clock.timeZone).day)) {
    unsure ||= day.provisional;
    for (const run of day.runs) {
      const from = Math.max(begin, run.from);
      if (from >= run.to) continue;
      if (left <= run.to - from) return counted(from + left, unsure);
      left -= run.to - from;
    }
  }
  return null;
}

/** Milliseconds for which a clock runs between two instants, over `FARTHEST_DAYS` at most; 0 where the second is not later. Pure. Cost: one step per day in between. */
export function workingTimeBetween(clock: RunningClock, from: string, to: string): number {
  const begin = Date.parse(from);
  const end = Math.min(Date.parse(to), begin + FARTHEST_DAYS * DAY_MS);
  let sum = 0;
  if (end <= begin) return sum;
  // The day of a clock is that of Greenwich or one beside it: a day too many adds nothing, and no time zone has to be asked.
  const last = dayOfGreenwich(end + DAY_MS);
  for (let day = dayOf(clock, dayOfGreenwich(begin - DAY_MS)); day.day <= last; day = followingDay(clock, day)) {
    for (const run of day.runs) sum += Math.max(0, Math.min(end, run.to) - Math.max(begin, run.from));
  }
  return sum;
}

const counted = (ms: number, provisional: boolean): CountedMoment => ({ at: new Date(ms).toISOString(), provisional });
