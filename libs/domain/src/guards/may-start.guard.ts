import { z } from 'zod';
import type { Definition } from '../definition/definition.schema';
import type { ActorFacts } from '../request/facts';
import { refusal, type Refusal } from '../request/refusal';
import { defineGuard } from './guard';

/** Roles whose holders may start requests of a definition; null: everybody of the company. Pure. */
export function rolesToStart(start: Definition['start']): string[] | null {
  return 'roles' in start ? start.roles : null;
}

/** Why somebody may not start requests, whatever they would fill in; null where they may. Pure. */
export function startRefusal(roles: string[] | null, actor: ActorFacts | null): Refusal | null {
  if (actor === null || actor.unitId === null) return refusal('may-not-start', { roles: roles ?? [], why: 'no-post' });
  if (roles === null || roles.some((role) => actor.roles.includes(role))) return null;
  return refusal('may-not-start', { roles, why: 'no-role' });
}

/** The actor may start requests of this definition: they belong to a unit, and hold one of the roles where roles are named. */
export const mayStart = defineGuard({
  params: z.strictObject({ roles: z.array(z.string()).nullable() }),
  refuse({ command, facts }, { roles }) {
    // A request that another one starts was given to its requester by that one's process: no role is asked of them.
    const given = command.type === 'submit' && command.parent !== undefined;
    return startRefusal(given ? null : roles, facts.actor?.id === command.actor ? facts.actor : null);
  },
});
