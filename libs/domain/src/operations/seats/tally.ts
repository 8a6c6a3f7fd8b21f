import { kindOf, type HumanStep } from '../../definition/step.schema';
import type { CountedSeat, Settled } from '../../definition/steps/step-kind';
import type { Seat, StepRecord } from '../../request/request-state';

/** One answer settles the step, whoever gives it. */
function byFirst(seats: readonly CountedSeat[]): Settled {
  const answers = seats.map(({ answer }) => answer);
  if (answers.includes('back')) return 'returned';
  if (answers.includes('no')) return 'rejected';
  return answers.includes('yes') ? 'passed' : 'open';
}

/** What the answers of those whom the step's own rules found come to; `unsaid` counts for whoever has given none yet. Pure. */
export function ownTally(step: HumanStep, seats: StepRecord['seats'], unsaid: 'yes' | null = null): Settled {
  const counted = Object.values(seats)
    .filter(({ addedBy, question }) => addedBy === undefined && question === undefined)
    .map(({ person, vote, group = 0 }) => ({ person, answer: vote?.answer ?? unsaid, group }));
  return (kindOf(step).settle ?? byFirst)(counted, step);
}

/**
 * What the words on a step come to, however they were cast, by the rule of its kind. Pure. Signatures that were asked for besides change nothing of
 * that rule: the step waits for them too, and each of them may stop it.
 */
export function tally(step: HumanStep, seats: StepRecord['seats']): Settled {
  const added = Object.values(seats).filter(({ addedBy }: Seat) => addedBy !== undefined);
  const own = ownTally(step, seats);
  if (added.length === 0) return own;
  const answers = added.map(({ vote }) => vote?.answer ?? null);
  if (own === 'returned' || answers.includes('back')) return 'returned';
  if (own === 'rejected' || answers.includes('no')) return 'rejected';
  return own === 'passed' && answers.includes(null) ? 'open' : own;
}
