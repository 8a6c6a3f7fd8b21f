import { LIMITS } from '../../definition/limits';
import type { StartingStep } from '../../definition/step.schema';
import { CHILD_REFUSED, CHILD_REJECTED, comeTo, NO_STARTER, TOO_DEEP, TOO_MANY_CHILDREN } from '../../request/links/children';
import type { PeopleVerdict } from '../../request/facts';
import type { RequestContext } from '../../request/request-state';
import { recordOf } from '../../request/standing';
import { handedOver, standingAt, wantedBy } from './handed-over';
import type { ResolutionCase } from '../resolution-case';

/** Why a step can start nothing, or cannot go on from what it has started; null where it can. Pure. */
function whyStuck(step: StartingStep, context: Pick<RequestContext, 'steps' | 'fields' | 'material' | 'parent'>): string | null {
  if ((context.parent?.depth ?? 0) >= LIMITS.childrenDeep) return TOO_DEEP;
  if (wantedBy(step, context) > LIMITS.children) return TOO_MANY_CHILDREN;
  const record = recordOf(context, step.id);
  if (record?.status !== 'waiting' && record?.status !== 'blocked') return null;
  // What has come to nothing about something else than is handed over now is begun anew.
  const handed = handedOver(step, context);
  const children = standingAt(Object.entries(record.children ?? {}), handed).map((child) => child?.[1] ?? { n: 0, given: handed.given });
  if (comeTo(step, children) !== 'stuck') return null;
  return children.some(({ refused }) => refused !== undefined) ? CHILD_REFUSED : CHILD_REJECTED;
}

/** Whose requests a step starts, of those whom its rules have found; or why it cannot. Pure. */
export function starterVerdict(
  step: StartingStep,
  [person]: readonly string[],
  { context, directory }: Pick<ResolutionCase, 'context' | 'directory'>,
): PeopleVerdict {
  const reason = whyStuck(step, context) ?? (person === undefined ? NO_STARTER : null);
  if (reason !== null || person === undefined) return { kind: 'blocked', owners: [...directory.operators], reason: reason ?? NO_STARTER };
  return { kind: 'seats', people: [person] };
}
