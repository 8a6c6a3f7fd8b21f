import { refusal } from '../request/refusal';
import { claimableSeats, recordOf } from '../request/standing';
import { defineGuard, seatsOfActor, stepParams } from './guard';

/** Several people are asked on the step, of whom one can take it. */
export const mayClaim = defineGuard({
  params: stepParams,
  refuse({ context, command }, { step }) {
    const [[, own] = []] = seatsOfActor({ context, command }, step);
    const isShared = own?.addedBy === undefined && claimableSeats(recordOf(context, step)).length > 1;
    return isShared ? null : refusal('nothing-to-claim', { step });
  },
});
