import { refusal } from '../request/refusal';
import { decidingSeats, recordOf } from '../request/standing';
import { defineGuard, stepParams } from './guard';

/** Several people are asked on the step, of whom one can take it. */
export const mayClaim = defineGuard({
  params: stepParams,
  refuse: ({ context }, { step }) => (decidingSeats(recordOf(context, step)).length > 1 ? null : refusal('nothing-to-claim', { step })),
});
