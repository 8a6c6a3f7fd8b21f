import { z } from 'zod';
import type { WhoAfterEnd } from '../definition/after-end.schema';
import { isOwnMatter } from '../request/links/own-request';
import { refusal } from '../request/refusal';
import { OPERATE_RIGHT } from './is-owner.guard';
import { defineGuard, type GuardInput } from './guard';

const DAY_MS = 86_400_000;

const params = z.strictObject({
  by: z.array(z.union([z.enum(['requester', 'operator']), z.strictObject({ role: z.string() })])),
  days: z.number().optional(),
  outcomes: z.array(z.string()),
});

function isOneOf(by: readonly WhoAfterEnd[], { context, command: { actor }, facts }: GuardInput): boolean {
  const isOwn = isOwnMatter(actor, context);
  const known = facts.actor?.id === actor ? facts.actor : null;
  return by.some((who) => {
    if (who === 'requester') return context.requester?.id === actor;
    // Nobody looks after a request of their own.
    if (who === 'operator') return !isOwn && known?.rights.includes(OPERATE_RIGHT);
    return !isOwn && known?.roles.includes(who.role);
  });
}

/** The request has an outcome that may be taken up again, not too long ago, by the actor. */
export const mayTakeUp = defineGuard({
  params,
  refuse(input, { by, days, outcomes }) {
    const { outcome, finishedAt } = input.context;
    if (outcome === null || finishedAt === null || !outcomes.includes(outcome)) return refusal('not-taken-up');
    if (!isOneOf(by, input)) return refusal('not-yours-to-take-up');
    if (days === undefined) return null;
    const until = new Date(Date.parse(finishedAt) + days * DAY_MS).toISOString();
    return Date.parse(input.facts.now) > Date.parse(until) ? refusal('finished-too-long', { days, until }) : null;
  },
});
