import type { StartingStep } from '../../definition/step.schema';
import type { Outcome, RequestContext, StepRecord } from '../request-state';
import type { ChildRecord } from './child-record';

/** Whether a request that was started is still under way, or about to begin. Pure. */
export function isUnderWay({ outcome, refused, left }: ChildRecord): boolean {
  return outcome === undefined && refused === undefined && left === undefined;
}

/** Whether a request that was started has come to nothing. Pure. */
export function cameToNothing({ outcome, refused }: ChildRecord): boolean {
  return refused !== undefined || (outcome !== undefined && outcome !== 'approved');
}

/** Whether nothing of a request that was started has to be remembered, where there is no room for all: it never began, or was thrown away. Pure. */
export function isForgettable({ outcome, refused }: ChildRecord): boolean {
  return refused !== undefined || outcome === 'withdrawn';
}

/** Why a request cannot be started by another: of the one at the top no more may come. */
export const TOO_MANY_DESCENDANTS = 'too-many-descendants';
/** Why a step that waits for other requests is stuck: one could not be started, or too many were not approved. */
export const CHILD_REFUSED = 'child-refused';
export const CHILD_REJECTED = 'child-rejected';
/** Nobody was found whose requests they would be; requests have started requests too often; the table has too many rows. */
export const NO_STARTER = 'no-starter';
export const TOO_DEEP = 'too-deep';
export const TOO_MANY_CHILDREN = 'too-many-children';

type Rule = Pick<StartingStep, 'wait' | 'onRejected' | 'rest'>;

/** What the requests that a step has started come to. `stuck`: somebody has to see to it. Pure. */
export function comeTo({ wait, onRejected }: Rule, children: readonly ChildRecord[]): 'waiting' | 'passed' | 'rejected' | 'stuck' {
  if (wait === 'none') return 'passed';
  const wanted = children.filter(({ left }) => left === undefined);
  if (wanted.some(({ refused }) => refused !== undefined)) return 'stuck';
  const needed = wait === 'all' ? wanted.length : Math.min(wait === 'any' ? 1 : wait, children.length);
  const failed = wanted.filter(cameToNothing).length;
  const ended = wanted.filter(({ outcome }) => outcome === 'approved').length + (onRejected === 'ignore' ? failed : 0);
  if (ended >= needed) return 'passed';
  if (onRejected === 'ignore' || wanted.length - failed >= needed) return 'waiting';
  return onRejected === 'reject' ? 'rejected' : 'stuck';
}

/** Whether a step that has what it waits for has no use for the rest; of all of them there is none. Pure. */
export function leavesRest({ wait, rest }: Pick<Rule, 'wait' | 'rest'>): boolean {
  return rest === 'withdraw' && wait !== 'none' && wait !== 'all';
}

type Children = NonNullable<StepRecord['children']>;

function leaving(children: Children, leaves: (child: ChildRecord) => boolean): Children {
  const marked = Object.entries(children).map(([id, child]) => [id, leaves(child) ? { ...child, left: true as const } : child] as const);
  return Object.fromEntries(marked);
}

/** The record of a step by what its requests have come to. Pure. Once it has what it waits for, it waits for the rest no more. */
export function settledByChildren(step: Rule, record: StepRecord): StepRecord {
  const { children = {}, stuck: _was, owners: _owners, reason: _reason, ...rest } = record;
  const come = comeTo(step, Object.values(children));
  if (come === 'waiting') return { ...rest, status: 'waiting', children };
  if (come === 'stuck') return { ...rest, status: 'waiting', stuck: true, children };
  const drops = come === 'rejected' || leavesRest(step);
  return { ...rest, status: come, children: drops ? leaving(children, (child) => isUnderWay(child) && !child.free) : children };
}

/**
 * What a request has started when it ends: what is under way is left with it where it was not approved, or never came to wait for it. Pure. What goes on
 * whatever becomes of it stays; so does what people have started by hand, where it was approved.
 */
export function leavingWith<R extends Pick<RequestContext, 'steps' | 'children'>>(request: R, outcome: Outcome): R {
  const leaves = (child: ChildRecord): boolean => isUnderWay(child) && !child.free;
  const { steps, children: byHand } = request;
  const stays = byHand === undefined || outcome === 'approved' ? {} : { children: leaving(byHand, leaves) };
  if (Object.values(steps).every(({ children }) => children === undefined)) return { ...request, ...stays };
  const left = Object.entries(steps).map(([step, record]): [string, StepRecord] => {
    if (record.children === undefined || (outcome === 'approved' && record.status === 'passed')) return [step, record];
    return [step, { ...record, children: leaving(record.children, leaves) }];
  });
  return { ...request, ...stays, steps: Object.fromEntries(left) };
}
