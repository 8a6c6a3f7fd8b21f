import { z } from 'zod';
import { countedLanes, tooFewLanes } from '../request/steps/counted-lanes';
import { refusal } from '../request/refusal';
import type { RequestContext } from '../request/request-state';
import { recordOf } from '../request/standing';
import { defineGuard } from './guard';

/** A lane that a no would end: by which rule its step goes on without it, and the steps in it. */
const laneSchema = z.strictObject({
  step: z.string(),
  lane: z.number(),
  alone: z.boolean(),
  /** A no ends it as a yes would. */
  passes: z.boolean(),
  inside: z.array(z.string()),
  lanes: z.number(),
  needed: z.number(),
  whatIsLeft: z.boolean(),
  /** It is walked in rounds: as long as some are left, a no ends this round and nothing else. */
  rounds: z.number().optional(),
});
export type LaneEnding = z.infer<typeof laneSchema>;

/** Lanes around the step, innermost first: a no may end one of them alone. */
export const carriedOutParams = z.strictObject({ lanes: z.array(laneSchema).optional() });

/** Steps that a no would leave behind: those of the first lane around that ends by itself, and leaves enough others; null: all of the request. */
function endedBy(context: RequestContext, lanes: readonly LaneEnding[]): readonly string[] | null {
  const again = ({ step, rounds = 0 }: LaneEnding): boolean => (recordOf(context, step)?.round ?? 1) < rounds;
  const ends = (lane: LaneEnding): boolean =>
    lane.alone && (again(lane) || lane.passes || !tooFewLanes(countedLanes(context, lane, lane.lane), lane));
  return lanes.find(ends)?.inside ?? null;
}

/** Nothing has been carried out yet that is ended and would be left standing: a payment, a signature. `lanes` around the step, innermost first: a no may end one of them alone. */
export const nothingCarriedOut = defineGuard({
  params: carriedOutParams,
  refuse({ context }, { lanes = [] }) {
    const ended = endedBy(context, lanes);
    const step = context.carriedOut.findLast((each) => ended === null || ended.includes(each));
    return step === undefined ? null : refusal('carried-out', { step });
  },
});
