import type { RequestState } from '../request/request-state';
import { wantsCalls } from '../request/standing';
import { DROPPED, LATE, type CallRecord } from '../request/steps/step-waits';

/** What has come of a call in vain; null where nothing has, or it is of no interest any more. */
function inVain({ failed, wrong, answered, ended }: CallRecord, isOver: boolean): string | null {
  if (answered || ended || failed === DROPPED || (isOver && failed === LATE)) return null;
  return failed ?? (wrong && !isOver ? 'wrong-answer' : null);
}

/** Calls in vain that somebody has to see to, with what came of each: none that were jumped over, none of a request that is over without them. */
function toSeeTo({ context }: RequestState): Map<string, string> {
  if (!wantsCalls(context)) return new Map();
  const found = Object.values(context.steps).flatMap(({ status, call }): [string, string][] => {
    const why = call === undefined || status === 'waived' ? null : inVain(call, status === 'passed');
    return call === undefined || why === null ? [] : [[call.id, why]];
  });
  return new Map(found);
}

/** Ids of calls in vain that nobody has to see to after a command any more: answered after all, sent anew, done without, or not wanted. Pure. */
export function settledCalls(before: RequestState, after: RequestState): string[] {
  const still = toSeeTo(after);
  return [...toSeeTo(before).keys()].filter((id) => !still.has(id));
}

/** Calls of which it is known with a command only that they were in vain, with what came of each. Pure. */
export function callsInVain(before: RequestState, after: RequestState): { call: string; why: string }[] {
  const known = toSeeTo(before);
  return [...toSeeTo(after)].flatMap(([call, why]) => (known.get(call) === why ? [] : [{ call, why }]));
}
