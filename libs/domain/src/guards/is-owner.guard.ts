import { refusal } from '../request/refusal';
import { defineGuard, noParams } from './guard';

/** Right of the people who look after requests that cannot go on. */
export const OPERATE_RIGHT = 'requests.operate';

/** The actor owns the blocked request, or holds the right to operate requests. */
export const isOwner = defineGuard({
  params: noParams,
  refuse({ context, command, facts }) {
    const named = context.blocked?.owners.includes(command.actor) ?? false;
    const entitled = facts.actor?.id === command.actor && facts.actor.rights.includes(OPERATE_RIGHT);
    return named || entitled ? null : refusal('not-owner', { owners: context.blocked?.owners ?? [] });
  },
});
