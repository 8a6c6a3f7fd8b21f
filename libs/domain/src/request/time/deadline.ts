import { nextItemRung } from '../items/item-clock';
import type { RequestState, StepRecord } from '../request-state';
import { isAskedAbout } from './standstill';
import { demandsOpen } from '../supervision';

/** What can come with time; the values mean nothing. Whoever sets clocks of another kind adds it here (`declare module`). */
export interface DeadlineKinds {
  /** The grace time of a finished request is over. */
  grace: unknown;
  /** The time of an open step has come to its next rung: a reminder, its end, a rung of the ladder. */
  clock: unknown;
  /** The time of items of an open step has come to their next rung. */
  items: unknown;
  /** What a step has waited for has come. */
  pause: unknown;
  /** The time for an answer that is demanded is over. */
  demand: unknown;
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
  const grace: Deadline[] = context.closesAt === null ? [] : [{ step: null, kind: 'grace', at: context.closesAt }];
  const all = [
    ...grace,
    ...demandsOpen(context).flatMap(({ due, late }): Deadline[] => (due === null || late ? [] : [{ step: null, kind: 'demand', at: due }])),
    ...Object.entries(context.steps).flatMap(([step, record]) => [
      ...nextRung(step, record),
      ...nextOfItems(step, record),
      ...endOfPause(step, record),
    ]),
  ];
  return all.sort((left, right) => Date.parse(left.at) - Date.parse(right.at));
}

/** The next rung of an open step; none while somebody is asked for information: until they answer nobody is late. */
function nextRung(step: string, record: StepRecord): Deadline[] {
  const { status, clock } = record;
  const at = status === 'open' && !isAskedAbout(record) ? clock?.marks[clock.rung] : undefined;
  return at === undefined ? [] : [{ step, kind: 'clock', at }];
}

/** The next rung of items: their dates come when they come, whoever is asked for information. */
function nextOfItems(step: string, record: StepRecord): Deadline[] {
  const next = record.status === 'open' ? nextItemRung(record) : null;
  return next === null ? [] : [{ step, kind: 'items', at: next.at }];
}

function endOfPause(step: string, { status, until }: StepRecord): Deadline[] {
  return status === 'waiting' && until !== undefined ? [{ step, kind: 'pause', at: until.at }] : [];
}

/** The earliest of them; null where none is ahead. Pure. */
export function nextDeadline(state: Pick<RequestState, 'context'>): Deadline | null {
  return deadlines(state)[0] ?? null;
}

/** The end of the grace time of a decision made at `at` (ISO): until then its person may take it back. Pure. */
export function graceEnd(at: string, graceSeconds: number): string {
  return new Date(Date.parse(at) + graceSeconds * 1_000).toISOString();
}

/** Whether nothing can happen to the request any more. Pure. */
export function isClosed(state: RequestState): boolean {
  return state.value === 'closed';
}
