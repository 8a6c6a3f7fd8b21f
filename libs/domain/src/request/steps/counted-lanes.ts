import { laneOf } from '../../definition/structure/lane-name';
import type { RequestContext, StepRecord } from '../request-state';
import { recordOf } from '../standing';

/** How the lanes of a step have ended: so many each, and those that are still walked. */
export interface CountedLanes {
  passed: number;
  left: number;
  failed: number;
  walking: number;
}

/** Counts the lanes of a step by how they have ended; `failing`: as if that one had come to a no. Pure. */
export function countedLanes(
  context: Pick<RequestContext, 'steps'>,
  { step, lanes }: { step: string; lanes: number },
  failing: number | null = null,
): CountedLanes {
  const ended = Array.from({ length: lanes }, (_, index) =>
    index === failing ? 'rejected' : recordOf(context, laneOf(step, index))?.status,
  );
  const count = (status?: StepRecord['status']): number => ended.filter((each) => each === status).length;
  return { passed: count('passed'), left: count('skipped'), failed: count('rejected'), walking: count() };
}

/** Whether so many lanes have come to a no that too few are left. Pure. */
export function tooFewLanes(
  { passed, failed, walking }: CountedLanes,
  { lanes, needed, whatIsLeft }: { lanes: number; needed: number; whatIsLeft: boolean },
): boolean {
  return whatIsLeft ? failed > 0 && passed + walking === 0 : lanes - failed < needed;
}
