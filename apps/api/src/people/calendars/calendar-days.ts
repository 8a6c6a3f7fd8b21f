import { clockDay, CLOCKS, mainlandChina, ownValue, unitClock, type Calendar, type Clock, type Hours } from '@countersign/domain';
import type { CalendarDayView, CalendarYearView, ClockDayView } from './calendar.view';

/** A unit, with what those above it and it say of their time. */
export interface UnitTimes {
  /** Root … own. */
  path: string[];
  calendars: Record<string, Calendar | null>;
  /** The company's, and its day, YYYY-MM-DD. */
  timeZone: string;
  today: string;
}

const DAY_MS = 86_400_000;
const WEEK = 7;

/** The weeks that a month (`YYYY-MM`) touches, Monday first, as both clocks of a unit run. Pure. */
export function monthOf(times: UnitTimes, month: string): CalendarDayView[] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const last = Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0);
  const from = first - weekdayOf(first) * DAY_MS;
  const to = last + (WEEK - 1 - weekdayOf(last)) * DAY_MS;
  const clocks = CLOCKS.map((clock) => [clock, clockOfUnit(times, clock)] as const);
  return Array.from({ length: Math.round((to - from) / DAY_MS) + 1 }, (_, index) => {
    const day = new Date(from + index * DAY_MS).toISOString().slice(0, 10);
    return { day, clocks: clocks.map(([clock, running]) => dayView(clock, running, day)) };
  });
}

/** Monday is 0. */
const weekdayOf = (at: number): number => (new Date(at).getUTCDay() + WEEK - 1) % WEEK;

type Running = ReturnType<typeof unitClock>;

/** One clock of the unit. Pure. */
export function clockOfUnit({ path, calendars, timeZone }: Omit<UnitTimes, 'today'>, clock: Clock): Running {
  const units = Object.fromEntries(path.map((id) => [id, { ...(ownValue(calendars, id) && { calendar: ownValue(calendars, id) }) }]));
  return unitClock({ units, timeZone } as Parameters<typeof unitClock>[0], path, clock);
}

/** A year and the one after it: whether their statutory days are announced, entered by the company, or not known. Pure. */
export function yearsFrom(times: UnitTimes, first: number): CalendarYearView[] {
  const { statutory, entered = [] } = clockOfUnit(times, 'office');
  return [first, first + 1].map((year) => ({
    year,
    known: statutory.years.includes(year) ? 'announced' : entered.includes(year) ? 'entered' : 'unknown',
  }));
}

function dayView(clock: Clock, running: Running, day: string): ClockDayView {
  const { kind, hours } = clockDay(running, day);
  const { holidays, makeUp } = mainlandChina();
  const exception = kind === 'exception' ? running.exceptions.find(({ from, to }) => from <= day && day <= to) : undefined;
  return {
    clock,
    kind,
    hours: hoursText(hours),
    name: exception?.reason ?? (kind === 'week' ? null : (ownValue(holidays, day) ?? ownValue(makeUp, day) ?? null)),
  };
}

/** 09:00–12:00, 13:00–18:00; empty where nobody works. Pure. */
export function hoursText(hours: Hours): string {
  return hours.map(([from, to]) => `${from}–${to}`).join(', ');
}
