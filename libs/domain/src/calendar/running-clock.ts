import { ownValue } from '../text/own-value';
import {
  WEEKDAYS,
  type Calendar,
  type CalendarException,
  type Clock,
  type ClockRule,
  type Hours,
  type Weekday,
  type WeekPattern,
} from './calendar.schema';
import type { StatutoryDays } from './statutory-days';

/** One clock of one unit with everything that it inherits: what is needed to know when it runs. Plain JSON but for the statutory days. */
export interface RunningClock {
  timeZone: string;
  rule: ClockRule;
  /** Latest wish first: the first that names a day holds for it. */
  exceptions: CalendarException[];
  statutory: StatutoryDays;
  /** Years whose days its units have entered themselves; absent: none. */
  entered?: readonly number[];
}

/** Why a day's hours are what they are. */
export type DayKind = 'week' | 'holiday' | 'make-up' | 'exception';

/** One day of a clock. */
export interface ClockDay {
  day: string;
  kind: DayKind;
  hours: Hours;
  /** The year's statutory days are not announced yet: its hours are those of the week, and may change. */
  provisional: boolean;
}

/** Offices work from Monday to Friday and keep holidays; stores are open every day. What holds where no unit says anything. */
export const USUAL_CLOCKS: Record<Clock, ClockRule> = {
  office: {
    week: { ...everyDay([['09:00', '18:00']]), sat: [], sun: [] },
    statutory: true,
  },
  store: { week: everyDay([['10:00', '22:00']]), statutory: false },
};

function everyDay(hours: Hours): Record<Weekday, Hours> {
  return { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours };
}

/**
 * The clock of a unit. `calendars`: what the unit and those above it say, the unit's own first; `timeZone`: the company's. Pure.
 */
export function clockOf(calendars: readonly Calendar[], clock: Clock, timeZone: string, statutory: StatutoryDays): RunningClock {
  const entered = calendars.flatMap(({ years = [] }) => years);
  const own = <K extends keyof Calendar>(key: K): Calendar[K] | undefined => calendars.find((each) => each[key] !== undefined)?.[key];
  return {
    timeZone: own('timeZone') ?? timeZone,
    rule: own(clock) ?? USUAL_CLOCKS[clock],
    exceptions: calendars.flatMap((each) => each.exceptions.filter((exception) => exception.clock === clock).reverse()),
    statutory,
    ...(entered.length > 0 && { entered }),
  };
}

/** The pattern by which a clock's week runs on a day (`YYYY-MM-DD`). Pure. */
export function patternOn({ changes = [], ...first }: ClockRule, day: string): WeekPattern {
  return changes.findLast(({ from }) => from <= day) ?? first;
}

/** Whether a clock asks nobody what is statutory in a year, or knows it: announced, or entered by its units. Pure. */
export function isYearKnown({ rule, statutory, entered = [] }: RunningClock, year: number): boolean {
  const asks = [rule, ...(rule.changes ?? [])].some((pattern) => pattern.statutory);
  return !asks || statutory.years.includes(year) || entered.includes(year);
}

/** What a clock does on a day (`YYYY-MM-DD`): an exception holds before a holiday, a holiday before the week. Pure. */
export function clockDay(clock: RunningClock, day: string): ClockDay {
  const { statutory } = clock;
  const rule = patternOn(clock.rule, day);
  const exception = clock.exceptions.find(({ from, to }) => from <= day && day <= to);
  const provisional = rule.statutory && !isYearKnown(clock, Number(day.slice(0, 4)));
  if (exception) return { day, kind: 'exception', hours: exception.hours, provisional: false };
  if (rule.statutory && ownValue(statutory.holidays, day)) return { day, kind: 'holiday', hours: [], provisional };
  if (rule.statutory && ownValue(statutory.makeUp, day)) return { day, kind: 'make-up', hours: usualHours(rule), provisional };
  return { day, kind: 'week', hours: rule.week[weekdayOf(day)], provisional };
}

/** A day that makes up for a holiday has the hours of the week's first working day. */
function usualHours({ week }: WeekPattern): Hours {
  return WEEKDAYS.map((weekday) => week[weekday]).find((hours) => hours.length > 0) ?? [];
}

/** Monday is the first. */
export function weekdayOf(day: string): Weekday {
  const index = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return WEEKDAYS[index] ?? 'mon';
}
