import { z } from 'zod';
import { refusal } from '../request/refusal';
import { claimableSeats, recordOf } from '../request/standing';
import { defineGuard, seatsOfActor } from './guard';
import { ownValue } from '../text/own-value';

/**
 * The actor’s seat is one that decides: not one that only gives advice or answers a question, nor one of several of which one has to be claimed
 * first (`claim`).
 */
export const decidesHere = defineGuard({
  params: z.strictObject({ step: z.string(), claim: z.boolean() }),
  refuse({ context, command }, { step, claim }) {
    const [[, own] = []] = seatsOfActor({ context, command }, step);
    if (own?.lentBy !== undefined) return refusal('advice-only', { by: own.lentBy });
    if (own?.question !== undefined)
      return refusal('asked-only', { by: ownValue(recordOf(context, step)?.seats, own.question)?.person ?? null });
    const shared = claim && own?.pool === undefined && own?.addedBy === undefined && claimableSeats(recordOf(context, step)).length > 1;
    return shared ? refusal('claim-first', { step }) : null;
  },
});
