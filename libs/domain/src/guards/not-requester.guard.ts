import { requestersAbove } from '../request/links/own-request';
import { refusal } from '../request/refusal';
import { defineGuard, noParams } from './guard';

/** Nobody decides a request of their own, nor one that such a request has started and leans on, nor one whose form they have changed in its requester's place. */
export const notRequester = defineGuard({
  params: noParams,
  refuse({ context, command }) {
    if (context.requester?.id === command.actor) return refusal('own-request');
    if (requestersAbove(context).includes(command.actor)) return refusal('own-request', { above: true });
    return context.correctedBy?.includes(command.actor) ? refusal('own-correction') : null;
  },
});
