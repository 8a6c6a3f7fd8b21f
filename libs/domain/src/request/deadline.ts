import type { RequestState } from './request-state';

/** What can come with time; the values mean nothing. Whoever sets clocks of another kind adds it here (`declare module`). */
export interface DeadlineKinds {
  /** The grace time of a finished request is over. */
  grace: unknown;
}

/** A moment (ISO) at which the request changes by itself, and of what; `step` is null for the request as a whole. */
export interface Deadline {
  step: string | null;
  kind: keyof DeadlineKinds;
  at: string;
}

/** Every deadline ahead of a request, the earliest first; none while it is stopped or suspended. Pure. */
export function deadlines({ context }: Pick<RequestState, 'context'>): Deadline[] {
  if (context.poisoned || context.suspendedAt !== undefined) return [];
  const all: Deadline[] = context.closesAt === null ? [] : [{ step: null, kind: 'grace', at: context.closesAt }];
  return all.sort((left, right) => Date.parse(left.at) - Date.parse(right.at));
}

/** The earliest of them; null where none is ahead. Pure. */
export function nextDeadline(state: Pick<RequestState, 'context'>): Deadline | null {
  return deadlines(state)[0] ?? null;
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
