import type { RequestContext } from './request-state';
import { recordOf } from './standing';

/** Where a step may return to, as the definition says it. `earlier` lists the human steps before it, in document order. */
export interface ReturnEdges {
  /** The step that returns. */
  from: string;
  to: readonly string[];
  earlier: readonly string[];
}

/** A choice of where to return, and the place that it means: `requester` or a step. */
export interface ReturnTarget {
  to: string;
  at: string;
}

/**
 * Where the request may go back to from here: of the edges that the definition allows, those to steps that have been passed. Pure.
 * `previous` means the nearest step before that a person really decided; a merged one comes back with it. Nothing goes back before a step whose
 * work was carried out, not even from a step before it that is asked anew; that step itself may be asked again, to put right what it wrote down.
 */
export function returnTargets(edges: ReturnEdges, context: RequestContext): ReturnTarget[] {
  const before = [...edges.earlier, edges.from];
  const done = context.carriedOut.every((step) => before.includes(step))
    ? before.findLastIndex((step) => context.carriedOut.includes(step))
    : before.length;
  const isBefore = ({ at }: ReturnTarget): boolean => edges.earlier.indexOf(at) < done;
  const passed = (step: string) => recordOf(context, step)?.status === 'passed';
  const previous = edges.earlier.findLast(passed);
  const targets = edges.to.flatMap((to): ReturnTarget[] => {
    if (to === 'requester') return [{ to, at: to }];
    if (to === 'previous') return previous === undefined ? [] : [{ to, at: previous }];
    return edges.earlier.includes(to) && (passed(to) || recordOf(context, to)?.status === 'merged') ? [{ to, at: to }] : [];
  });
  return done === -1 ? targets : targets.filter((target) => !isBefore(target));
}
