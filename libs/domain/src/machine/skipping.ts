import { telling, withStep, type MachineContext, type MachineEvent } from '../operations/machine-context';
import { outlasting } from '../operations/leaving';
import type { StepRecord } from '../request/request-state';
import { recordOf } from '../request/standing';

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
  const isTold = machine.events.some((event) => event.type === 'step.overridden' && event.step === step);
  return generation === n && !isTold ? telling(machine, { type: 'step.skipped', step, reason: 'waived' }) : machine;
}
