import { z } from 'zod';
import { coverage, type Coverage } from '../authority/coverage';
import { authorityQuestion } from '../authority/question';
import { authoritySchema, type StepAuthority } from '../definition/steps/step-parts';
import { refusal } from '../request/refusal';
import type { ActorFacts } from '../request/facts';
import { standsInFor, defineGuard, signsBesides, type GuardInput } from './guard';

/** What the guard is told by a definition. */
export const authorityParams = z.strictObject({
  authority: authoritySchema,
  /** Step on which it is asked: of those whom its own rules found, not of whoever signs besides. Absent: of everybody. */
  step: z.string().optional(),
});

/**
 * What the actor's grants say about this decision, and, where they stand in for somebody, that one's: the smaller of both. Null where the facts hold no
 * actor, or not everybody for whom they act. Pure.
 */
export function actorCoverage(input: GuardInput, authority: StepAuthority): Coverage | null {
  const { facts, command } = input;
  if (facts.actor === null || facts.actor.id !== command.actor) return null;
  const absent = standsInFor(input).map((person) => facts.actsFor?.find(({ id }) => id === person) ?? null);
  const found = [facts.actor, ...absent].map((each) => each && coverageOf(each, input, authority));
  return found.includes(null) ? null : (found.find((each) => each?.covers === false) ?? found[0] ?? null);
}

function coverageOf(actor: ActorFacts, { context, facts }: GuardInput, authority: StepAuthority): Coverage {
  return coverage({
    grants: actor.grants,
    authority,
    ...authorityQuestion(authority, context),
    unitPath: facts.requesterUnitPath,
    covers: actor.covers,
    coversAs: actor.coversAs,
    roles: actor.roles,
    personId: actor.id,
    now: facts.now,
  });
}

/** The actor holds the authority that the step asks for: kind × matter × scope, on the side of the plan, granted and in force. */
export const hasAuthority = defineGuard({
  params: authorityParams,
  refuse(input, { authority, step }) {
    if (step !== undefined && signsBesides(input, step)) return null;
    const found = actorCoverage(input, authority);
    if (found === null) return refusal('no-authority', { kind: authority.kind, matter: authority.matter, why: 'no-authority' });
    if (found.covers || found.code === 'limit-too-low' || found.code === 'limit-blank') return null;
    const { inPlan } = authorityQuestion(authority, input.context);
    const plan = inPlan === null ? null : inPlan ? 'in' : 'over';
    return refusal('no-authority', { kind: authority.kind, matter: authority.matter, why: found.code, plan });
  },
});
