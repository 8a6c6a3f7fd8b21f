import { refusal } from '../request/refusal';
import { seatOf } from '../request/standing';
import { defineGuard, stepParams } from './guard';

/** The actor has claimed the step out of several who could have. */
export const hasClaimed = defineGuard({
  params: stepParams,
  refuse({ context, command }, { step }) {
    const generation = 'generation' in command ? command.generation : null;
    const [, own] = seatOf(context, { step, person: command.actor, generation }) ?? [];
    return own?.pool === undefined ? refusal('not-claimed', { step }) : null;
  },
});
