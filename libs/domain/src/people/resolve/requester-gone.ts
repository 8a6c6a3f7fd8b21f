import type { StepVerdict } from '../../request/facts';
import { WITH_REQUESTER, type RequestState } from '../../request/request-state';
import { recordOf } from '../../request/standing';
import { ownValue } from '../../text/own-value';
import type { Directory } from '../directory';

/** What a returned request says whose requester has left. */
export const REQUESTER_GONE = 'requester-gone';

/**
 * Who can change a request that was returned: its requester, as long as they are there; then whoever was named in their place, else those who look
 * after requests. Pure.
 */
export function whoCorrects({ context }: Pick<RequestState, 'context'>, requesterId: string, directory: Directory): StepVerdict {
  const isThere = (person: string): boolean => ownValue(directory.people, person)?.active === true;
  if (isThere(requesterId)) return { kind: 'seats', people: [requesterId] };
  const named = recordOf(context, WITH_REQUESTER)?.assigned;
  const owners = named !== undefined && isThere(named) ? [named] : [...directory.operators];
  return { kind: 'blocked', owners, reason: REQUESTER_GONE };
}
