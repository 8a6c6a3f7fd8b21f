import { z } from 'zod';
import type { ByHand } from '../definition/starts/by-hand.schema';
import { LIMITS } from '../definition/limits';
import { cameToNothing, isForgettable } from '../request/links/children';
import { refusal, type Refusal } from '../request/refusal';
import type { RequestContext } from '../request/request-state';
import { openSeats, votesOf } from '../request/standing';
import { defineGuard, type GuardInput } from './guard';

/** What of a process that people start by hand says whether somebody may. */
export type OfferedByHand = Pick<ByHand, 'definition' | 'by' | 'when' | 'max'>;

const offeredSchema = z.strictObject({
  definition: z.string(),
  by: z.array(z.union([z.enum(['requester', 'asked']), z.strictObject({ role: z.string() })])),
  when: z.enum(['under-way', 'approved', 'either']),
  max: z.number(),
});

function wasAsked({ steps }: RequestContext, person: string): boolean {
  return Object.values(steps).some((record) =>
    [...openSeats(record).map(([, seat]) => seat.person), ...votesOf(record).map((vote) => vote.person)].includes(person),
  );
}

function isOneOf(by: OfferedByHand['by'], context: RequestContext, { actor, roles }: { actor: string; roles: readonly string[] }): boolean {
  return by.some((who) => {
    if (who === 'requester') return context.requester?.id === actor;
    return who === 'asked' ? wasAsked(context, actor) : roles.includes(who.role);
  });
}

/** Why somebody may not start a request of a process by hand where this one stands; null where they may. Pure. */
export function byHandRefusal(
  { definition, by, when, max }: OfferedByHand,
  context: RequestContext,
  person: { actor: string; roles: readonly string[] },
): Refusal | null {
  if (!isOneOf(by, context, person)) return refusal('child-not-yours');
  const { outcome } = context;
  if (outcome !== null && (outcome !== 'approved' || when === 'under-way')) return refusal('child-too-late', { outcome });
  if (context.revoking) return refusal('child-too-late', { outcome: 'revoked' });
  if (outcome === null && when === 'approved') return refusal('child-too-early');
  if ((context.parent?.depth ?? 0) >= LIMITS.childrenDeep) return refusal('children-enough', { max: LIMITS.childrenDeep, deep: true });
  const all = Object.values(context.children ?? {});
  if (all.filter((child) => !isForgettable(child)).length >= LIMITS.children) return refusal('children-enough', { max: LIMITS.children });
  const standing = all.filter((child) => child.process === definition && child.left === undefined && !cameToNothing(child));
  return standing.length >= max ? refusal('children-enough', { max }) : null;
}

/** Requests of the named process may be started from this one by the actor, now. `to: null` asks whether any may. */
export const mayStartChild = defineGuard({
  params: z.strictObject({ offered: z.array(offeredSchema) }),
  refuse({ context, command, facts }: GuardInput, { offered }) {
    const to = 'to' in command ? command.to : null;
    const meant = to === null ? offered : offered.filter(({ definition }) => definition === to);
    const roles = facts.actor?.id === command.actor ? facts.actor.roles : [];
    const found = meant.map((each) => byHandRefusal(each, context, { actor: command.actor, roles }));
    if (found.includes(null)) return null;
    // What somebody may not start at all is no news beside what they may not start now.
    return found.find((each) => each?.code !== 'child-not-yours') ?? found[0] ?? refusal('child-not-offered');
  },
});
