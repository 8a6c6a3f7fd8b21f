import { askedItems } from '../../conditions/asked-items';
import { instantAt } from '../../calendar/local-time';
import { clockDay, type RunningClock } from '../../calendar/running-clock';
import { afterWorkingTime } from '../../calendar/working-time';
import { itemRuleOf, type ItemRung } from '../../definition/times/time-rule';
import type { ItemDue } from '../../definition/steps/item.schema';
import type { HumanStep } from '../../definition/step.schema';
import { itemDue, type DueDay } from '../../request/items/item-due';
import type { ItemTimes } from '../../request/items/item-record';
import { recordOf } from '../../request/standing';
import type { ResolutionCase } from '../resolution-case';
import { endOn, unitClock } from './step-times';

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

const msOf = (time: string): number => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MINUTE;

/** When the items of a list are due that are due some time, by item, as the calendar of the requester's unit stands today; absent where none is. Pure. */
export function itemDues({ definition, context, directory, path }: ResolutionCase, step: HumanStep): { dues?: Record<string, ItemTimes> } {
  const rule = itemRuleOf(definition, step);
  const clock = unitClock(directory, path, rule.clock);
  const store = unitClock(directory, path, 'store');
  const since = recordOf(context, step.id)?.items?.since ?? directory.today;
  const timed = (askedItems(step, context) ?? []).flatMap(({ id, due }): [string, ItemTimes][] => {
    const found = itemDue(due, context.fields, { since });
    return found === null ? [] : [[id, timesOn(withOpening(found, due, store), clock, rule.rungs)]];
  });
  return timed.length === 0 ? {} : { dues: Object.fromEntries(timed) };
}

/** So many minutes from when the unit opens or closes that day; a day on which it stays shut is over with its end. */
function withOpening({ day, at }: DueDay, { opening, closing }: ItemDue = { days: 0 }, store: RunningClock): DueDay {
  const { hours } = clockDay(store, day);
  const from = opening === undefined ? hours.at(-1)?.[1] : hours[0]?.[0];
  const shift = opening ?? closing;
  if (shift === undefined || from === undefined) return { day, at };
  const minutes = Math.min(Math.max(msOf(from) / MINUTE + shift, 0), DAY_MINUTES - 1);
  return { day, at: [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':') };
}

function timesOn({ day, at }: DueDay, clock: RunningClock, rungs: readonly ItemRung[]): ItemTimes {
  const due = endOn({ day, at }, clock.timeZone);
  return { day, at, due, marks: rungs.map((rung) => markOf(rung, { clock, day, due })) };
}

/** A reminder comes as the day of the item begins for the office; where that is closed, with the day. */
function markOf(rung: ItemRung, { clock, day, due }: { clock: RunningClock; day: string; due: string }): string {
  if (rung.kind === 'due') return due;
  if (rung.kind === 'escalate') return afterWorkingTime(clock, due, rung.after)?.at ?? due;
  const morning = instantAt({ day, ms: msOf(clockDay(clock, day).hours[0]?.[0] ?? '00:00') }, clock.timeZone);
  return morning < due ? morning : due;
}
