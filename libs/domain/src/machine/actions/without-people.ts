import { environmentOf } from '../../conditions/environment';
import { holds } from '../../conditions/holds';
import type { Step } from '../../definition/step.schema';
import { withStep, type MachineContext, type MachineEvent } from '../../operations/parts/machine-context';
import { operationOf } from '../../operations/registry';
import type { StepVerdict } from '../../request/facts';
import type { StepRecord } from '../../request/request-state';
import { recordOf } from '../../request/standing';
import { skipped, waived } from './skipping';

/** Whether a command looks at the company again where a step stands in one of these ways: its condition is then left as it was found. Pure. */
export function isLookedAtAgain(
  { command }: MachineEvent,
  known: StepRecord | undefined,
  standing: readonly StepRecord['status'][],
): boolean {
  return operationOf(command.type).looksAgain === 'standing' && known !== undefined && standing.includes(known.status);
}

/** The request where the walk passes a step by that asks nobody: its condition does not hold, or an operator has let it pass; null where it is gone into. Pure. */
export function passedBy(machine: MachineContext, event: MachineEvent, step: Step, again: boolean): MachineContext | null {
  const known = recordOf(machine.request, step.id);
  if (!again && step.when !== undefined && !holds(step.when, environmentOf(machine.request)))
    return skipped(machine, step.id, event, 'condition');
  return known?.status === 'waived' ? waived(machine, event, step.id, known) : null;
}

/** Such a step is stuck with these owners. `kept`: what of its record outlasts that. Pure. */
export function stuckWith(
  machine: MachineContext,
  { n }: MachineEvent,
  { step, known, kept = {} }: { step: string; known: StepRecord | undefined; kept?: Partial<StepRecord> },
  { owners, reason }: Extract<StepVerdict, { kind: 'blocked' }>,
): MachineContext {
  if (known?.status === 'blocked' && known.owners?.join() === owners.join() && known.reason === reason) return machine;
  return withStep(machine, step, { status: 'blocked', generation: n, seats: {}, owners, reason, ...kept });
}
