import { isOwnMatter } from '../request/links/own-request';
import { refusal } from '../request/refusal';
import { defineGuard, noParams } from './guard';

/** Nobody repairs a request that they ask for, benefit from or are to decide themselves. */
export const notConcerned = defineGuard({
  params: noParams,
  refuse: ({ context, command: { actor } }) => (isOwnMatter(actor, context) ? refusal('own-repair') : null),
});
