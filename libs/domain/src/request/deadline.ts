import type { RequestState } from './request-state';

/** The next moment (ISO) at which the request changes by itself: the end of a finished request's grace time. Null where none is ahead. Pure. */
export function nextDeadline(state: RequestState): string | null {
  return state.context.poisoned ? null : state.context.closesAt;
}

/** The end of the grace time of a decision made at `at` (ISO): until then its person may take it back. Pure. */
export function graceEnd(at: string, graceSeconds: number): string {
  return new Date(Date.parse(at) + graceSeconds * 1_000).toISOString();
}

/** Whether the request has its outcome; it may still be within its grace time. Pure. */
export function isFinished(state: RequestState): boolean {
  return state.context.outcome !== null;
}

/** Whether nothing can happen to the request any more. Pure. */
export function isClosed(state: RequestState): boolean {
  return state.value === 'closed';
}
