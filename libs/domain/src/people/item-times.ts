import { askedItems } from '../conditions/asked-items';
import { instantAt } from '../calendar/local-time';
import { clockDay, type RunningClock } from '../calendar/running-clock';
import { afterWorkingTime } from '../calendar/working-time';
import { itemRuleOf, type ItemRung } from '../definition/time-rule';
import type { HumanStep } from '../definition/step.schema';
import { itemDue, type DueDay } from '../request/item-due';
import type { ItemTimes } from '../request/item-record';
import { recordOf } from '../request/standing';
import type { ResolutionCase } from './resolution-case';
import { unitClock } from './step-times';

const MINUTE = 60_000;
const DAY_MS = 86_400_000;

const msOf = (time: string): number => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MINUTE;

/** When the items of a list are due that are due some time, by item, as the calendar of the requester's unit stands today; absent where none is. Pure. */
export function itemDues({ definition, context, directory, path }: ResolutionCase, step: HumanStep): { dues?: Record<string, ItemTimes> } {
  const rule = itemRuleOf(definition, step);
  const clock = unitClock(directory, path, rule.clock);
  const since = recordOf(context, step.id)?.items?.since ?? directory.today;
  const timed = (askedItems(step, context) ?? []).flatMap(({ id, due }): [string, ItemTimes][] => {
    const found = itemDue(due, context.fields, { since });
    return found === null ? [] : [[id, timesOn(found, clock, rule.rungs)]];
  });
  return timed.length === 0 ? {} : { dues: Object.fromEntries(timed) };
}

function timesOn({ day, at }: DueDay, clock: RunningClock, rungs: readonly ItemRung[]): ItemTimes {
  const moment = (ms: number): string => instantAt({ day, ms }, clock.timeZone);
  const due = at === null ? new Date(Date.parse(moment(DAY_MS)) - 1).toISOString() : moment(msOf(at));
  return { day, at, due, marks: rungs.map((rung) => markOf(rung, { clock, day, due })) };
}

/** A reminder comes as the day of the item begins for the office; where that is closed, with the day. */
function markOf(rung: ItemRung, { clock, day, due }: { clock: RunningClock; day: string; due: string }): string {
  if (rung.kind === 'due') return due;
  if (rung.kind === 'escalate') return afterWorkingTime(clock, due, rung.after)?.at ?? due;
  const morning = instantAt({ day, ms: msOf(clockDay(clock, day).hours[0]?.[0] ?? '00:00') }, clock.timeZone);
  return morning < due ? morning : due;
}
