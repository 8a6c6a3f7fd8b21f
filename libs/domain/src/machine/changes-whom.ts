import { conditionPaths } from '../conditions/operands';
import { rulesOf } from '../definition/flow';
import type { Outline } from '../definition/structure/outline';
import { kindOf, type HumanStep } from '../definition/step.schema';
import type { MachineEvent } from '../operations/parts/machine-context';
import { fieldOf } from '../people/rule-field';
import { itemOf } from '../request/items/items';
import type { StepRecord } from '../request/request-state';

/** Whether the command writes anything by which the people of a step are found, or its items are due that know their day. Pure. */
export function changesWhom(step: HumanStep, { command }: MachineEvent, { definition }: Outline, known: StepRecord): boolean {
  const wrote = 'writes' in command ? command.fields : command.type === 'call.ended' ? command.wrote?.fields : undefined;
  if (wrote === undefined) return false;
  const { authority } = step;
  const found = [authority?.amount, ...(authority?.inPlan ? conditionPaths(authority.inPlan) : []), ...rulesOf(step).map(fieldOf)];
  const days = (kindOf(step).list?.(step).items ?? []).flatMap(({ id, due }) => (itemOf(known, id)?.clock ? [due?.field] : []));
  return [definition.beneficiary, ...found, ...days].some((path) => path !== undefined && Object.hasOwn(wrote, path));
}
