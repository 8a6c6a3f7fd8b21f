import { refusal } from '../request/refusal';
import { defineGuard, seatsOfActor, stepParams } from './guard';

/** The actor has claimed the step out of several who could have. */
export const hasClaimed = defineGuard({
  params: stepParams,
  refuse({ context, command }, { step }) {
    const [[, own] = []] = seatsOfActor({ context, command }, step);
    return own?.pool === undefined ? refusal('not-claimed', { step }) : null;
  },
});
