import { z } from 'zod';
import { refusal } from '../request/refusal';
import { recordOf } from '../request/standing';
import { defineGuard } from './guard';

/** Right of the people who look after requests that cannot go on. */
export const OPERATE_RIGHT = 'requests.operate';
/** Right of the people who may name who decides, where nobody is found. */
export const ASSIGN_RIGHT = 'requests.assign';
/** Right of the people who may pass a step over its people's heads. */
export const OVERRIDE_RIGHT = 'requests.override';

/** The actor owns the blocked step, or holds the right to operate requests. */
export const isOwner = defineGuard({
  params: z.strictObject({ step: z.string() }),
  refuse({ context, command, facts }, { step }) {
    const owners = recordOf(context, step)?.owners ?? [];
    const entitled = facts.actor?.id === command.actor && facts.actor.rights.includes(OPERATE_RIGHT);
    return owners.includes(command.actor) || entitled ? null : refusal('not-owner', { owners });
  },
});
