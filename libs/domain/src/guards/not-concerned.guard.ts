import { concernsRole, isOwnMatter } from '../request/links/own-request';
import { refusal } from '../request/refusal';
import { defineGuard, noParams } from './guard';

/** Nobody repairs a request that they ask for, benefit from or are to decide themselves. */
export const notConcerned = defineGuard({
  params: noParams,
  refuse({ context, command: { actor }, facts }) {
    const own = isOwnMatter(actor, context) || (facts.actor?.id === actor && concernsRole(context, facts.actor.roles));
    return own ? refusal('own-repair') : null;
  },
});
