import { askedItems } from '../../conditions/asked-items';
import { environmentOf } from '../../conditions/environment';
import { holds } from '../../conditions/holds';
import { mayHold } from '../../conditions/may-hold';
import type { Outline } from '../../definition/structure/outline';
import type { HumanStep } from '../../definition/step.schema';
import { telling, withStep, type MachineContext, type MachineEvent } from '../../operations/parts/machine-context';
import { outlasting } from '../../operations/walk/leaving';
import type { StepRecord } from '../../request/request-state';
import { recordOf } from '../../request/standing';
import { ownValue } from '../../text/own-value';

/** The walk leaves a step out. Pure. */
export function skipped(machine: MachineContext, step: string, event: MachineEvent, reason: 'condition' | 'nobody'): MachineContext {
  const known = recordOf(machine.request, step);
  if (known?.status === 'skipped' && reason === 'condition') return machine;
  const lasts = known ? outlasting(known) : {};
  const out = withStep(machine, step, { status: 'skipped', generation: event.n, seats: {}, ...lasts });
  return telling(out, { type: 'step.skipped', step, reason });
}

/** An operator has passed the step over, for good; it is told when that was done, once. Pure. */
export function waived(machine: MachineContext, { n }: MachineEvent, step: string, { generation }: StepRecord): MachineContext {
  const isSaid = machine.events.some((event) => event.type === 'step.overridden' && event.step === step);
  return generation === n && !isSaid ? telling(machine, { type: 'step.skipped', step, reason: 'waived' }) : machine;
}

/** Whether the step exists in this case. What it has written itself since the form was asked decides nothing of that: else its own decision would take it away. Pure. */
function exists({ id, when }: HumanStep, { request }: MachineContext, process: Outline): boolean {
  if (when === undefined) return true;
  const own = Object.hasOwn(request.written, id) ? ownValue(process.ownPaths, id) : undefined;
  const environment = environmentOf(request);
  return own ? mayHold(when, environment, own) : holds(when, environment);
}

/** Whether the walk passes a step by that people decide: it does not exist in this case, or asks for nothing. Pure. */
export function skips(step: HumanStep, machine: MachineContext, process: Outline): boolean {
  const { request } = machine;
  if (!exists(step, machine, process)) return true;
  return askedItems(step, request)?.length === 0;
}
