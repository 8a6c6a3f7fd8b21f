import { z } from 'zod';
import { refusal } from '../request/refusal';
import { seatOf } from '../request/standing';
import { defineGuard } from './guard';

/** The actor’s seat is there to give advice, or to answer a question: nothing else is asked of them. */
export const onlyAsked = defineGuard({
  params: z.strictObject({ step: z.string(), what: z.enum(['advice', 'answer']) }),
  refuse({ context, command }, { step, what }) {
    const generation = 'generation' in command ? command.generation : null;
    const [, own] = seatOf(context, { step, person: command.actor, generation }) ?? [];
    const asked = what === 'advice' ? own?.lentBy : own?.question;
    return asked === undefined ? refusal('not-asked', { step }) : null;
  },
});
