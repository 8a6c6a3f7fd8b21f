import { conditionPaths } from '../conditions/operands';
import { rulesOf } from '../definition/flow';
import type { Outline } from '../definition/outline';
import type { HumanStep } from '../definition/step.schema';
import type { MachineEvent } from '../operations/parts/machine-context';
import { fieldOf } from '../people/rule-field';

/** Whether the command writes anything by which the people of a step are found. Pure. */
export function changesWhom(step: HumanStep, { command }: MachineEvent, { definition }: Outline): boolean {
  const wrote = 'writes' in command ? command.fields : command.type === 'call.ended' ? command.wrote?.fields : undefined;
  if (wrote === undefined) return false;
  const { authority } = step;
  const found = [authority?.amount, ...(authority?.inPlan ? conditionPaths(authority.inPlan) : []), ...rulesOf(step).map(fieldOf)];
  return [definition.beneficiary, ...found].some((path) => path !== undefined && Object.hasOwn(wrote, path));
}
