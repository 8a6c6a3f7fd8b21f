import { refusal } from '../request/refusal';
import { defineGuard, noParams } from './guard';

/** The actor is the one who asked. */
export const isRequester = defineGuard({
  params: noParams,
  refuse: ({ context, command }) => (context.requester?.id === command.actor ? null : refusal('not-requester')),
});
