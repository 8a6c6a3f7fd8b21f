import { z } from 'zod';
import { refusal } from '../request/refusal';
import { defineGuard } from './guard';

/** The actor may start requests of this definition: they belong to a unit, and hold one of the roles where roles are named. */
export const mayStart = defineGuard({
  params: z.strictObject({ roles: z.array(z.string()).nullable() }),
  refuse({ command, facts }, { roles }) {
    const actor = facts.actor;
    if (actor === null || actor.id !== command.actor || actor.unitId === null)
      return refusal('may-not-start', { roles: roles ?? [], why: 'no-post' });
    if (roles === null || roles.some((role) => actor.roles.includes(role))) return null;
    return refusal('may-not-start', { roles, why: 'no-role' });
  },
});
