import { refusal } from '../request/refusal';
import { demandsOn, seatsAwaited } from '../request/supervision';
import { defineGuard, noParams } from './guard';

/** Somebody has the request who owes no answer yet. */
export const answerAwaited = defineGuard({
  params: noParams,
  refuse({ context, command }) {
    const seats = seatsAwaited(context, command.actor);
    if (seats.length === 0) return refusal('nobody-to-urge');
    const free = seats.some(({ step, name }) => demandsOn(context, step, name).length === 0);
    return free ? null : refusal('answer-awaited');
  },
});
