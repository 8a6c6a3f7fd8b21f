import type { RequestState, StepRecord } from './request-state';
import { recordOf } from './standing';

/** Why a call was given up that its request wants no more: nobody has refused it. */
export const DROPPED = 'dropped';

/** Where the walk has come to the step, and has not gone back before it. */
const STANDS: readonly StepRecord['status'][] = ['passed', 'waiting'];

/**
 * What is to be done with something that a step asks of another system, once its time has come. Pure. While the request is suspended, stopped or sent
 * back it waits, and behind a no as well, which may be undone; only once the request is closed it can come to nothing.
 */
export function callNow({ value, context }: RequestState, { step, call: id }: { step: string; call: string }): 'send' | 'later' | 'never' {
  const { outcome, suspendedAt, poisoned, returned } = context;
  const { status, call } = recordOf(context, step) ?? {};
  const isOwn = call?.id === id;
  if (isOwn && (call.answered || call.failed !== undefined)) return 'never';
  const isWanted = isOwn && status !== undefined && STANDS.includes(status) && (outcome ?? 'approved') === 'approved';
  if (value === 'closed') return isWanted ? 'send' : 'never';
  return isWanted && suspendedAt === undefined && poisoned === null && returned === null ? 'send' : 'later';
}
