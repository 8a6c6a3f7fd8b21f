import { needing, telling, withoutSteps, withStep, type MachineContext, type MachineEvent } from '../../operations/parts/machine-context';
import { operationOf } from '../../operations/registry';
import { WITH_REQUESTER } from '../../request/request-state';
import { recordOf } from '../../request/standing';
import { ownValue } from '../../text/own-value';

/**
 * The request is with its requester; where they have left, it is stuck and has owners, until they are back or somebody is named. Who can change it is
 * asked by what makes places look again; a return brings the answer along.
 */
export function awaitRequester(machine: MachineContext, { command, facts, n }: MachineEvent): MachineContext {
  const { request } = machine;
  const { looksAgain } = operationOf(command.type);
  const verdict = ownValue(facts.seats, WITH_REQUESTER);
  if (verdict === undefined) return looksAgain ? needing(machine, WITH_REQUESTER) : machine;
  const known = recordOf(request, WITH_REQUESTER);
  const wasStuck = known?.status === 'blocked' || looksAgain === 'stuck';
  if (verdict.kind !== 'blocked') return wasStuck ? backWithRequester(machine) : machine;
  const { owners, reason } = verdict;
  // The same people look after it: nothing has changed.
  if (known?.status === 'blocked' && known.owners?.join() === owners.join()) return machine;
  const assigned = known?.assigned !== undefined && owners.includes(known.assigned) ? { assigned: known.assigned } : {};
  return withStep(machine, WITH_REQUESTER, { status: 'blocked', generation: n, seats: {}, owners, reason, ...assigned });
}

function backWithRequester(machine: MachineContext): MachineContext {
  const steps = withoutSteps(machine.request.steps, [WITH_REQUESTER]);
  return telling({ ...machine, request: { ...machine.request, steps } }, { type: 'request.unblocked', step: WITH_REQUESTER });
}
