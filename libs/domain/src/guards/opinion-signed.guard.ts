import { refusal } from '../request/refusal';
import { defineGuard, noParams } from './guard';

/** An opinion says for, against or conditional. */
export const opinionSigned = defineGuard({
  params: noParams,
  refuse: ({ command }) => (command.stance === null ? refusal('opinion-unsigned') : null),
});
