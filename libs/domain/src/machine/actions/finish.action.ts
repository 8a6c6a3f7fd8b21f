import { closingTasks } from '../../operations/walk/closing-tasks';
import { telling, type MachineContext, type MachineEvent } from '../../operations/parts/machine-context';
import { leavingWith } from '../../request/links/children';
import { graceEnd } from '../../request/time/deadline';
import type { Done, Outcome, RequestContext } from '../../request/request-state';

/** Whether what was carried out has been called back, and nothing of it is used up any more: no step that does it was passed over. */
function isCalledBack(steps: RequestContext['steps'], { n }: Done): boolean {
  return !Object.values(steps).some(({ status, generation }) => status === 'waived' && generation > n);
}

/** The request has its outcome; the grace time runs. */
export function finish(machine: MachineContext, { facts }: MachineEvent, end: { outcome: Outcome; graceSeconds: number }): MachineContext {
  const { suspendedAt: _over, revoking, ...ended } = closingTasks(machine.request);
  const request = {
    // What ends a request in one lane ends it in all.
    ...leavingWith(ended, end.outcome),
    ...(revoking && isCalledBack(machine.request.steps, revoking) ? { carriedOut: [] } : {}),
    outcome: end.outcome,
    finishedAt: facts.now,
    closesAt: graceEnd(facts.now, end.graceSeconds),
  };
  // Nobody is looked for any more, in whichever lane.
  return telling({ ...machine, request, need: [] }, { type: 'request.finished', outcome: end.outcome });
}
