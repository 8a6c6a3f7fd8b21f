import { environmentOf } from '../../conditions/environment';
import { holds } from '../../conditions/holds';
import type { Outline } from '../../definition/structure/outline';
import type { CcStep } from '../../definition/steps/cc.step';
import { shownDigest } from '../../form/shown/step-fields';
import { needing, telling, withStep, type MachineContext, type MachineEvent } from '../../operations/parts/machine-context';
import { recordOf } from '../../request/standing';
import type { TransitionEvent } from '../../request/transition';
import { ownValue } from '../../text/own-value';
import { skipped } from './skipping';

/** The walk reaches a notice to people: it waits for its verdict and passes on. Nobody gets the same copy twice. */
export function sendCopies(machine: MachineContext, event: MachineEvent, step: CcStep, process: Outline): MachineContext {
  const { request } = machine;
  if (step.when !== undefined && !holds(step.when, environmentOf(request))) return skipped(machine, step.id, event, 'condition');
  const copied = shownDigest(process, step.id, request.material);
  const known = recordOf(request, step.id);
  if (known?.status === 'passed' && known.copied === copied) return machine;
  const verdict = ownValue(event.facts.seats, step.id);
  if (verdict === undefined) return needing(machine, step.id);
  const found = verdict.kind === 'seats' ? verdict.people : [];
  const people = found.filter((person) => !request.copiedTo?.includes(person));
  const sent = people.map((person): TransitionEvent => ({ type: 'copy.sent', step: step.id, person }));
  const told = [...new Set([...(known?.copies ?? []), ...people])];
  const copies = {
    ...(told.length > 0 && { copies: told }),
    ...(step.supervise && found.length > 0 && { supervisors: found }),
    ...(step.receipt && found.length > 0 && { readers: found }),
  };
  return telling(withStep(machine, step.id, { status: 'passed', generation: event.n, seats: {}, copied, ...copies }), ...sent);
}
