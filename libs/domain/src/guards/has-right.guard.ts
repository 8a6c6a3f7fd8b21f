import { z } from 'zod';
import { refusal } from '../request/refusal';
import { blockedOf } from '../request/standing';
import { defineGuard } from './guard';

/** The actor holds a named right over requests. */
export const hasRight = defineGuard({
  params: z.strictObject({ right: z.string() }),
  refuse({ context, command, facts }, { right }) {
    const entitled = facts.actor?.id === command.actor && facts.actor.rights.includes(right);
    return entitled ? null : refusal('not-owner', { owners: blockedOf(context)?.owners ?? [] });
  },
});
