import type { Calendar } from '../../calendar/calendar.schema';
import { localMoment } from '../../calendar/local-time';
import type { RunningClock } from '../../calendar/running-clock';
import { occurrenceBefore, occurrencesBetween, type Occurrence } from '../../definition/times/occurrences';
import type { RecurringSchedule, RegisterSchedule, Schedule } from '../../definition/times/schedule.schema';
import type { Json } from '../../text/bilingual';
import type { Unit } from '../directory';
import { unitClock } from './step-times';

/** A unit with what it says of its own time. */
export type TimedUnit = Pick<Unit, 'id' | 'kind' | 'path'> & { calendar: Calendar | null };

/** A start that is due for a unit. */
export interface UnitStart extends Occurrence {
  unit: string;
  /** By whose clock it is counted. */
  timeZone: string;
  /** The day (`YYYY-MM-DD`) on which it starts by that clock; a calendar or a row may have moved it from the day that is meant. */
  turn: string;
  /** Of a register: which of its rows; empty otherwise. */
  about: string;
  /** Of a register: what its row says. */
  row: Readonly<Record<string, Json>> | null;
}

/** A row of a register: whose, which of them, its date, what it says. */
export interface RegisterRow {
  unit: string;
  /** Tells rows of one unit and day apart, and stays as it is. */
  about: string;
  day: string;
  values: Record<string, Json>;
}

/** All units of a company, its time zone, and what a schedule may hang on besides. */
export interface CompanyTimes {
  units: readonly TimedUnit[];
  timeZone: string;
  /** Units that have a post of the starter's role. */
  withPost: ReadonlySet<string>;
  register: readonly RegisterRow[];
}

/** The clocks of units; units share one whose calendars say the same. */
class Clocks {
  private readonly own: ReadonlyMap<string, Calendar>;
  private readonly said: ReadonlyMap<string, string>;
  private readonly known = new Map<string, RunningClock>();

  constructor(
    private readonly rule: Schedule,
    private readonly around: CompanyTimes,
  ) {
    this.own = new Map(around.units.flatMap(({ id, calendar }) => (calendar === null ? [] : [[id, calendar] as const])));
    this.said = new Map([...this.own].map(([id, calendar]) => [id, JSON.stringify(calendar)]));
  }

  of({ path }: TimedUnit): RunningClock {
    const said = path.filter((id) => this.own.has(id));
    const name = said.map((id) => this.said.get(id)).join('\n');
    const units = Object.fromEntries(said.map((id) => [id, { calendar: this.own.get(id) } as Unit]));
    const clock = this.known.get(name) ?? unitClock({ units, timeZone: this.around.timeZone }, said, this.rule.clock);
    this.known.set(name, clock);
    return clock;
  }
}

const inOrder = (starts: UnitStart[]): UnitStart[] => starts.sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));

function startOf(occurrence: Occurrence, { timeZone }: RunningClock, of: Pick<UnitStart, 'about' | 'row'>): Omit<UnitStart, 'unit'> {
  return { ...occurrence, timeZone, turn: localMoment(occurrence.at, timeZone).day, ...of };
}

function recurringStarts(rule: RecurringSchedule, around: CompanyTimes, span: { after: string; until: string }): UnitStart[] {
  const clocks = new Clocks(rule, around);
  const found = new Map<RunningClock, Omit<UnitStart, 'unit'>[]>();
  return around.units.flatMap((unit): UnitStart[] => {
    if (rule.units === 'posts' ? !around.withPost.has(unit.id) : !rule.units.includes(unit.kind)) return [];
    const clock = clocks.of(unit);
    const times =
      found.get(clock) ?? occurrencesBetween(rule, clock, span).map((occurrence) => startOf(occurrence, clock, { about: '', row: null }));
    found.set(clock, times);
    return times.map((start) => ({ ...start, unit: unit.id }));
  });
}

/** Of a register everything counts that is not past: what was entered late as well. */
function registerStarts(rule: RegisterSchedule, around: CompanyTimes, until: string): UnitStart[] {
  const clocks = new Clocks(rule, around);
  const units = new Map(around.units.map((unit) => [unit.id, unit]));
  return around.register.flatMap(({ unit: id, about, day, values }): UnitStart[] => {
    const unit = units.get(id);
    const clock = unit && clocks.of(unit);
    const occurrence = clock && occurrenceBefore(rule, clock, day);
    return occurrence && occurrence.at <= until ? [{ ...startOf(occurrence, clock, { about, row: values }), unit: id }] : [];
  });
}

/**
 * What a schedule starts for the units that it names, after one moment and not after another (ISO, UTC), in order; by a register, whatever of it is due
 * by then. Pure. Cost: one step per day and calendar, of which most units share one.
 */
export function unitStarts(rule: Schedule, around: CompanyTimes, span: { after: string; until: string }): UnitStart[] {
  return inOrder(rule.every === 'date' ? registerStarts(rule, around, span.until) : recurringStarts(rule, around, span));
}
