import { isUnderWay } from '../request/links/children';
import type { RequestContext } from '../request/request-state';
import { recordOf } from '../request/standing';
import type { DroppedWhy, TransitionEvent } from '../request/transition';
import { ownValue } from '../text/own-value';

function underWay(children: RequestContext['children'] = {}): string[] {
  return Object.entries(children).flatMap(([id, child]) => (isUnderWay(child) ? [id] : []));
}

function whyOf({ outcome }: RequestContext, others: boolean): DroppedWhy {
  if (outcome !== null) return outcome === 'approved' ? 'not-needed' : 'parent-ended';
  return others ? 'walked-again' : 'not-needed';
}

function dropped(
  after: RequestContext,
  step: string | null,
  [was, is]: [RequestContext['children'], RequestContext['children']],
): TransitionEvent[] {
  if (was === undefined || was === is) return [];
  const known = is ?? {};
  // What goes on whatever becomes of this request is ended only where it is begun anew in its place.
  const stays = (id: string): boolean => is === undefined && ownValue(was, id)?.free === true;
  const gone = underWay(was).filter((id) => !stays(id) && (!Object.hasOwn(known, id) || ownValue(known, id)?.left === true));
  // Others were started in their place.
  const others = is !== undefined && gone.some((id) => !Object.hasOwn(known, id));
  return gone.length === 0 ? [] : [{ type: 'children.dropped', step, children: gone, why: whyOf(after, others) }];
}

/**
 * Requests that were under way between two states of the one that started them, and are not wanted any more. Pure. Nobody says so by hand, so no
 * operation can forget one.
 */
export function droppedChildren(before: RequestContext, after: RequestContext): TransitionEvent[] {
  const steps = Object.keys(before.steps).filter((step) => ownValue(before.steps, step)?.children !== undefined);
  return [
    ...steps
      .filter((step) => recordOf(before, step) !== recordOf(after, step))
      .sort()
      .flatMap((step) => dropped(after, step, [ownValue(before.steps, step)?.children, recordOf(after, step)?.children])),
    ...dropped(after, null, [before.children, after.children]),
  ];
}
