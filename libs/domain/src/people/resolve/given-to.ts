import { ownValue } from '../../text/own-value';
import type { Candidate, Derivation } from '../derivation';
import type { ResolutionCase } from '../resolution-case';

/** Why a step is with people to whom no rule of its own pointed. Whoever may not have it is told with the reason. Pure. */
export function givenTo(candidates: Candidate[], around: ResolutionCase): Derivation {
  const { directory, question, step } = around;
  const [first] = candidates;
  const rule = { by: 'person' as const, person: ownValue(directory.people, first?.person ?? '')?.key ?? '' };
  const chosen = candidates.flatMap(({ person, removed }) => (person !== null && removed === null ? [person] : []));
  const amount = question?.amount ?? null;
  return { step: step.id, rules: [{ rule, candidates, chosen }], given: true, result: 'seats', amount, plan: planOf(around), ladder: [] };
}

/** Whether the amount that is asked about is in plan or over it; null where nothing is said of it. Pure. */
export function planOf({ question }: ResolutionCase): Derivation['plan'] {
  return question === null || question.inPlan === null ? null : question.inPlan ? 'in' : 'over';
}
