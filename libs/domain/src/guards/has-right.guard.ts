import { z } from 'zod';
import { RIGHTS, type RightName } from '../people/rights';
import type { ActorFacts } from '../request/facts';
import { refusal, type Refusal } from '../request/refusal';
import { blocksOf } from '../request/standing';
import { defineGuard } from './guard';

/** Right of the people who may give rights, themselves included. */
const GIVES_RIGHTS: RightName = 'directory.import';

/**
 * Why somebody may not do what takes a right over requests; null where they hold it. Whoever looks after the request, or can give the right where nobody
 * does, is told that the right is what is wanted; everybody else, who looks after it. Pure.
 */
export function rightNotHeld(
  actor: Pick<ActorFacts, 'id' | 'rights'>,
  { right, owners }: { right: RightName; owners: readonly string[] },
): Refusal | null {
  if (actor.rights.includes(right)) return null;
  const gives = actor.rights.includes(GIVES_RIGHTS);
  const wants = owners.includes(actor.id) || (gives && owners.length === 0);
  return wants ? refusal('right-not-held', { right, gives }) : refusal('not-owner', { owners: [...owners] });
}

/** The actor holds a named right over requests. */
export const hasRight = defineGuard({
  params: z.strictObject({ right: z.enum(RIGHTS) }),
  refuse({ context, command, facts }, { right }) {
    const owners = [...new Set(blocksOf(context).flatMap((blocked) => blocked.owners))];
    const rights = facts.actor?.id === command.actor ? facts.actor.rights : [];
    return rightNotHeld({ id: command.actor, rights }, { right, owners });
  },
});
