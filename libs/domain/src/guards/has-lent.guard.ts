import { refusal } from '../request/refusal';
import { openSeats } from '../request/standing';
import { defineGuard, noParams } from './guard';

/** The actor has given a task away for advice and waits for it. */
export const hasLent = defineGuard({
  params: noParams,
  refuse({ context, command }) {
    const seats = Object.values(context.steps).flatMap((record) => openSeats(record));
    return seats.some(([, { lentBy }]) => lentBy === command.actor) ? null : refusal('nothing-lent');
  },
});
