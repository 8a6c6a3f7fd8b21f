import type { EnclosingLane } from '../../definition/structure/structure';
import type { RequestContext } from '../request-state';
import { ownValue } from '../../text/own-value';
import { recordOf } from '../standing';

/** Where a step may return to, as the definition says it. `earlier` lists the human steps before it, in document order. */
export interface ReturnEdges {
  /** The step that returns. */
  from: string;
  to: readonly string[];
  earlier: readonly string[];
  /** Lanes around it; absent: none. */
  lanes?: readonly EnclosingLane[] | undefined;
}

/** A choice of where to return, and the place that it means: `requester` or a step. */
export interface ReturnTarget {
  to: string;
  at: string;
}

/** It was carried out before the approval was revoked: steps that call it back may go back among themselves. */
function isBeingCalledBack({ revoking, doneBy = {} }: RequestContext, step: string): boolean {
  return revoking !== undefined && (ownValue(doneBy, step)?.n ?? 0) < revoking.n;
}

/**
 * Where the request may go back to from here: of the edges that the definition allows, those to steps that have been passed. Pure.
 * `previous` means the nearest step before that a person really decided; a merged one comes back with it. Nothing goes back before a step whose
 * work was carried out, not even from a step before it that is asked anew; that step itself may be asked again, to put right what it wrote down. What was
 * carried out in a lane beside is not before a place in the own lane.
 */
export function returnTargets(edges: ReturnEdges, context: RequestContext): ReturnTarget[] {
  const before = [...edges.earlier, edges.from];
  const isBefore = ({ at }: ReturnTarget): boolean => {
    const aside = (edges.lanes ?? []).flatMap((lane) => (lane.inside.includes(at) ? lane.aside : []));
    const touched = context.carriedOut.filter((step) => !aside.includes(step) && !isBeingCalledBack(context, step));
    const done = touched.every((step) => before.includes(step)) ? before.findLastIndex((step) => touched.includes(step)) : before.length;
    return edges.earlier.indexOf(at) < done;
  };
  const passed = (step: string) => recordOf(context, step)?.status === 'passed';
  const previous = edges.earlier.findLast(passed);
  const targets = edges.to.flatMap((to): ReturnTarget[] => {
    if (to === 'requester') return [{ to, at: to }];
    if (to === 'previous') return previous === undefined ? [] : [{ to, at: previous }];
    return edges.earlier.includes(to) && (passed(to) || recordOf(context, to)?.status === 'merged') ? [{ to, at: to }] : [];
  });
  return context.carriedOut.length === 0 ? targets : targets.filter((target) => !isBefore(target));
}
