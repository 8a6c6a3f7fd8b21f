import { mainlandChina } from '../../calendar/mainland-china';
import { dayAfter } from '../../calendar/day-count';
import { instantAt } from '../../calendar/local-time';
import { clockOf, type RunningClock } from '../../calendar/running-clock';
import { FALLBACK_ZONE, zoneOrFallback } from '../../calendar/time-zone';
import {
  afterWorkingTime,
  laterByStandstill,
  workingTimeBetween,
  type CountedMoment,
  type Standstill,
  type WorkingSpan,
} from '../../calendar/working-time';
import type { Clock } from '../../calendar/calendar.schema';
import { isHuman } from '../../definition/flow';
import { timeRuleOf, type Rung, type TimeRule } from '../../definition/times/time-rule';
import type { StepTimes } from '../../request/facts';
import { stoodOf } from '../../request/time/standstill';
import { recordOf } from '../../request/standing';
import { ownValue } from '../../text/own-value';
import type { Directory } from '../directory';
import type { ResolutionCase } from '../resolution-case';

const MINUTE = 60_000;
const DAY_MS = 86_400_000;

/** Clocks of a directory by unit: many steps of a request count by the same one, and each remembers the days that it was asked for. */
const KNOWN = new WeakMap<object, Map<string, RunningClock>>();

/** The clock of a unit, with what it inherits along its path (root … own). Pure. */
export function unitClock(directory: Pick<Directory, 'units' | 'timeZone'>, path: readonly string[], clock: Clock): RunningClock {
  const known = KNOWN.get(directory) ?? new Map<string, RunningClock>();
  KNOWN.set(directory, known);
  const key = `${clock} ${path.join(' ')}`;
  const found = known.get(key) ?? lookedUp(directory, path, clock);
  known.set(key, found);
  return found;
}

function lookedUp(directory: Pick<Directory, 'units' | 'timeZone'>, path: readonly string[], clock: Clock): RunningClock {
  const calendars = [...path].reverse().flatMap((unit) => ownValue(directory.units, unit)?.calendar ?? []);
  return clockOf(calendars, clock, zoneOrFallback(directory.timeZone ?? FALLBACK_ZONE), mainlandChina());
}

/** Whose time it is, since when it counts, and when it stood still since then. */
interface Running {
  clock: RunningClock;
  from: string;
  stood: readonly Standstill[];
}

/**
 * When a step is due and what comes when, by the calendar of the requester's unit as it stands today; undefined where nothing happens by time, or its
 * clock never runs. An open step counts from when it was opened and leaves out when its time stood still, so that a changed calendar moves it. Pure.
 */
export function stepTimes(around: ResolutionCase): StepTimes | undefined {
  const { definition, step, context, directory, path } = around;
  const rule = isHuman(step) ? timeRuleOf(definition, step) : null;
  if (rule === null) return undefined;
  const record = recordOf(context, step.id);
  const known = record?.status === 'open' ? record.clock : undefined;
  const kept = stoodOf(known);
  const running = { clock: unitClock(directory, path, rule.clock), from: known?.from ?? directory.now, stood: kept.stood ?? [] };
  const end = endOf(rule, running, rule.field === null ? null : ownValue(context.fields, rule.field));
  return end === null ? undefined : { ...timesUntil(rule, running, end), ...kept };
}

/** The moment (ISO) at which something is over that is due on a day, at a time of it or with its end. Pure. */
export function endOn({ day, at }: { day: string; at: string | null }, timeZone: string): string {
  if (at === null) return new Date(Date.parse(instantAt({ day, ms: DAY_MS }, timeZone)) - 1).toISOString();
  return instantAt({ day, ms: (Number(at.slice(0, 2)) * 60 + Number(at.slice(3))) * MINUTE }, timeZone);
}

/** When the time of a step is over; null where its field is blank or its clock never runs. What ends with a day of the form ends with it, whatever stood still. */
function endOf(rule: TimeRule, { clock, from, stood }: Running, day: unknown): CountedMoment | null {
  if (rule.field !== null && (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day)))
    return rule.whileBlank === null ? null : afterSpan({ clock, from, stood }, from, rule.whileBlank);
  const on = rule.field === null ? '' : dayAfter(day as string, rule.days);
  const begun = rule.field === null ? from : instantAt({ day: on, ms: 0 }, clock.timeZone);
  if (rule.span !== null) return afterSpan({ clock, from, stood }, begun, rule.span);
  return { at: endOn({ day: on, at: rule.at }, clock.timeZone), provisional: false };
}

function afterSpan({ clock, stood }: Running, begun: string, span: WorkingSpan): CountedMoment | null {
  const end = afterWorkingTime(clock, begun, span);
  return end && laterByStandstill(clock, begun, end, stood);
}

function timesUntil(rule: TimeRule, running: Running, end: CountedMoment): StepTimes {
  const marks = rule.rungs.map((rung) => markOf(rung, running, end));
  const provisional = end.provisional || marks.some((mark) => mark.provisional);
  const inOrder = marks.map(({ at }) => at);
  inOrder.forEach((at, index) => {
    const before = inOrder[index - 1];
    if (before !== undefined && at < before) inOrder[index] = before;
  });
  return { from: running.from, due: end.at, marks: inOrder, ...(provisional && { provisional: true as const }) };
}

function markOf(rung: Rung, { clock, from, stood }: Running, end: CountedMoment): CountedMoment {
  if (rung.kind === 'due') return end;
  if (rung.kind === 'escalate') {
    const after = afterWorkingTime(clock, end.at, rung.after);
    return (after && laterByStandstill(clock, end.at, after, stood)) ?? end;
  }
  const still = stood.reduce((sum, each) => sum + workingTimeBetween(clock, each.from, earlier(each.to, end.at)), 0);
  const minutes = Math.floor(((workingTimeBetween(clock, from, end.at) - still) * rung.percent) / 100 / MINUTE);
  const mark = afterWorkingTime(clock, from, { minutes });
  return (mark && laterByStandstill(clock, from, mark, stood)) ?? end;
}

const earlier = (left: string, right: string): string => (Date.parse(left) < Date.parse(right) ? left : right);
