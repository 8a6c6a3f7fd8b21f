import type { RequestState } from '../request/request-state';
import { wantsCalls } from '../request/standing';
import { DROPPED } from '../request/step-waits';

/** Calls that were given up and that somebody has to see to: none that were jumped over, none of a request that is over without them. */
function toSeeTo({ context }: RequestState): string[] {
  if (!wantsCalls(context)) return [];
  return Object.values(context.steps).flatMap(({ status, call }) => {
    const { id, failed, ended } = call ?? {};
    return status !== 'waived' && id !== undefined && failed !== undefined && failed !== DROPPED && ended !== true ? [id] : [];
  });
}

/** Ids of calls that were given up and that nobody has to see to after a command any more: sent anew, done without, or not wanted. Pure. */
export function settledCalls(before: RequestState, after: RequestState): string[] {
  const open = toSeeTo(before);
  if (open.length === 0) return [];
  const still = new Set(toSeeTo(after));
  return open.filter((id) => !still.has(id));
}
