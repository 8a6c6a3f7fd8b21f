import { z } from 'zod';
import { refusal } from '../request/refusal';
import { defineGuard, seatsOfActor } from './guard';

/** The actor’s seat is there to give advice, or to answer a question: nothing else is asked of them. */
export const onlyAsked = defineGuard({
  params: z.strictObject({ step: z.string(), what: z.enum(['advice', 'answer']) }),
  refuse({ context, command }, { step, what }) {
    const [[, own] = []] = seatsOfActor({ context, command }, step);
    const asked = what === 'advice' ? own?.lentBy : own?.question;
    return asked === undefined ? refusal('not-asked', { step }) : null;
  },
});
