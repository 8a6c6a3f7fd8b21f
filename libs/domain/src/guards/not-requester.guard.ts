import { refusal } from '../request/refusal';
import { defineGuard, noParams } from './guard';

/** Nobody decides a request of their own. */
export const notRequester = defineGuard({
  params: noParams,
  refuse: ({ context, command }) => (context.requester?.id === command.actor ? refusal('own-request') : null),
});
