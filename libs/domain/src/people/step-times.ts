import { mainlandChina } from '../calendar/mainland-china';
import { instantAt } from '../calendar/local-time';
import { clockOf, type RunningClock } from '../calendar/running-clock';
import { FALLBACK_ZONE, zoneOrFallback } from '../calendar/time-zone';
import { afterWorkingTime, workingTimeBetween, type CountedMoment } from '../calendar/working-time';
import type { Clock } from '../calendar/calendar.schema';
import { isHuman } from '../definition/flow';
import { timeRuleOf, type Rung, type TimeRule } from '../definition/time-rule';
import type { StepTimes } from '../request/facts';
import { recordOf } from '../request/standing';
import { ownValue } from '../text/own-value';
import type { Directory } from './directory';
import type { ResolutionCase } from './resolution-case';

const MINUTE = 60_000;
const DAY_MS = 86_400_000;

/** The clock of a unit, with what it inherits along its path (root … own). Pure. */
export function unitClock(directory: Pick<Directory, 'units' | 'timeZone'>, path: readonly string[], clock: Clock): RunningClock {
  const calendars = [...path].reverse().flatMap((unit) => directory.units[unit]?.calendar ?? []);
  return clockOf(calendars, clock, zoneOrFallback(directory.timeZone ?? FALLBACK_ZONE), mainlandChina());
}

/**
 * When a step is due and what comes when, by the calendar of the requester's unit as it stands today; undefined where nothing happens by time, or its
 * clock never runs. An open step counts from when it was opened, so that a changed calendar moves it. Pure.
 */
export function stepTimes(around: ResolutionCase): StepTimes | undefined {
  const { definition, step, context, directory, path } = around;
  const rule = isHuman(step) ? timeRuleOf(definition, step) : null;
  if (rule === null) return undefined;
  const clock = unitClock(directory, path, rule.clock);
  const known = recordOf(context, step.id);
  const from = (known?.status === 'open' ? known.clock?.from : undefined) ?? directory.now;
  const end = endOf(rule, from, { clock, day: rule.field === null ? null : ownValue(context.fields, rule.field) });
  return end === null ? undefined : timesUntil(rule, clock, from, end);
}

/** When the time of a step is over; null where its field is blank or its clock never runs. */
function endOf(rule: TimeRule, from: string, { clock, day }: { clock: RunningClock; day: unknown }): CountedMoment | null {
  if (rule.field !== null && (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day))) return null;
  const begun = rule.field === null ? from : instantAt({ day: day as string, ms: 0 }, clock.timeZone);
  if (rule.span !== null) return afterWorkingTime(clock, begun, rule.span);
  return { at: new Date(Date.parse(instantAt({ day: day as string, ms: DAY_MS }, clock.timeZone)) - 1).toISOString(), provisional: false };
}

function timesUntil(rule: TimeRule, clock: RunningClock, from: string, end: CountedMoment): StepTimes {
  const marks = rule.rungs.map((rung) => markOf(rung, clock, from, end));
  const provisional = end.provisional || marks.some((mark) => mark.provisional);
  const inOrder = marks.map(({ at }) => at);
  inOrder.forEach((at, index) => {
    const before = inOrder[index - 1];
    if (before !== undefined && at < before) inOrder[index] = before;
  });
  return { from, due: end.at, marks: inOrder, ...(provisional && { provisional: true as const }) };
}

function markOf(rung: Rung, clock: RunningClock, from: string, end: CountedMoment): CountedMoment {
  if (rung.kind === 'due') return end;
  if (rung.kind === 'escalate') return afterWorkingTime(clock, end.at, rung.after) ?? end;
  const minutes = Math.floor((workingTimeBetween(clock, from, end.at) * rung.percent) / 100 / MINUTE);
  return afterWorkingTime(clock, from, { minutes }) ?? end;
}
