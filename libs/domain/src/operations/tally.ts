import { kindOf, type HumanStep } from '../definition/step.schema';
import type { CountedSeat, Settled } from '../definition/steps/step-kind';
import type { StepRecord } from '../request/request-state';

/** One answer settles the step, whoever gives it. */
function byFirst(seats: readonly CountedSeat[]): Settled {
  const answers = seats.map(({ answer }) => answer);
  if (answers.includes('back')) return 'returned';
  if (answers.includes('no')) return 'rejected';
  return answers.includes('yes') ? 'passed' : 'open';
}

/** What the words on a step come to, however they were cast, by the rule of its kind. Pure. */
export function tally(step: HumanStep, seats: StepRecord['seats']): Settled {
  const counted = Object.values(seats).map(({ person, vote }) => ({ person, answer: vote?.answer ?? null }));
  return (kindOf(step).settle ?? byFirst)(counted, step);
}
