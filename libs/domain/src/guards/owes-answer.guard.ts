import { z } from 'zod';
import { refusal } from '../request/refusal';
import { demandsOn } from '../request/supervision';
import { defineGuard, seatsOfActor } from './guard';

/** Whether the actor owes whoever supervises the request an answer on their seat: whoever does answers before they decide, and whoever does not has nothing to answer. */
export const owesAnswer = defineGuard({
  params: z.strictObject({ step: z.string(), owes: z.boolean() }),
  refuse({ context, command }, { step, owes }) {
    const [owed] = seatsOfActor({ context, command }, step).flatMap(([name]) => demandsOn(context, step, name));
    if (owes) return owed === undefined ? refusal('nothing-demanded') : null;
    return owed === undefined ? null : refusal('answer-first', { by: owed.by });
  },
});
