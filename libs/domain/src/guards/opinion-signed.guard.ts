import { refusal } from '../request/refusal';
import { defineGuard, noParams } from './guard';

/** An opinion says for, against or conditional. */
export const opinionSigned = defineGuard({
  params: noParams,
  refuse: ({ command }) => ('stance' in command && command.stance !== null ? null : refusal('opinion-unsigned')),
});
