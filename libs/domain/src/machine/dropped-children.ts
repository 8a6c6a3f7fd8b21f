import { isUnderWay } from '../request/children';
import type { RequestContext, StepRecord } from '../request/request-state';
import { recordOf } from '../request/standing';
import type { DroppedWhy, TransitionEvent } from '../request/transition';

function underWay(record: StepRecord | undefined): string[] {
  return Object.entries(record?.children ?? {}).flatMap(([id, child]) => (isUnderWay(child) ? [id] : []));
}

function whyOf({ outcome }: RequestContext, record: StepRecord | undefined, left: boolean): DroppedWhy {
  if (outcome !== null) return outcome === 'approved' ? 'not-needed' : 'parent-ended';
  // Others were started in their place.
  return record?.children !== undefined && !left ? 'walked-again' : 'not-needed';
}

/**
 * Requests that were under way between two states of the one that started them, and are not wanted any more. Pure. Nobody says so by hand, so no
 * operation can forget one.
 */
export function droppedChildren(before: RequestContext, after: RequestContext): TransitionEvent[] {
  const steps = Object.keys(before.steps).filter((step) => before.steps[step]?.children !== undefined);
  return steps
    .filter((step) => recordOf(before, step) !== recordOf(after, step))
    .sort()
    .flatMap((step): TransitionEvent[] => {
      const record = recordOf(after, step);
      const known = record?.children ?? {};
      const gone = underWay(recordOf(before, step)).filter((id) => !Object.hasOwn(known, id) || known[id]?.left === true);
      const left = gone.every((id) => Object.hasOwn(known, id));
      return gone.length === 0 ? [] : [{ type: 'children.dropped', step, children: gone, why: whyOf(after, record, left) }];
    });
}
