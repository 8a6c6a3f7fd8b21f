import type { HumanStep } from '../../definition/step.schema';
import type { Outline } from '../../definition/structure/outline';
import { equalJson } from '../../digest/equal-json';
import { shownNow } from '../../form/shown/shown-now';
import { itemsFor, withItems, type FoundItems } from '../../operations/items/item-seats';
import { telling, withStep, type MachineContext, type MachineEvent } from '../../operations/parts/machine-context';
import type { StepRecord } from '../../request/request-state';
import { recordOf } from '../../request/standing';
import type { TransitionEvent } from '../../request/transition';

/** Whose the items of a step are. */
interface Listed {
  step: HumanStep;
  process: Outline;
  verdict: FoundItems;
}

/**
 * A step that is done item by item has its seats (`seated`): each item becomes somebody's, and what was said about it stays as long as it was about
 * what is shown now. Whoever may waive gets a copy, once. Pure.
 */
export function listed(
  machine: MachineContext,
  { facts, n }: MachineEvent,
  seated: MachineContext,
  { step, process, verdict }: Listed,
): MachineContext {
  const { id } = step;
  const known = recordOf(machine.request, id);
  const { items: _was, ...record } = recordOf(seated.request, id) as StepRecord;
  const shown = shownNow(process, id, machine.request, known);
  const items = itemsFor(record, known?.items, verdict, { shown, now: facts.now, today: facts.today });
  const next = withItems(record, items, { step, word: null, n });
  if (equalJson(next, known ?? null)) return machine;
  const told = items.waivers.filter((person) => !known?.items?.waivers.includes(person));
  const copies = told.map((person): TransitionEvent => ({ type: 'copy.sent', step: id, person }));
  const opened = telling(withStep(machine, id, next), ...copies);
  return next.status === 'passed' ? telling(opened, { type: 'step.passed', step: id, generation: next.generation }) : opened;
}
