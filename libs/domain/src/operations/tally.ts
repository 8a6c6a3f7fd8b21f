import type { StepRecord } from '../request/request-state';

/**
 * What the words on a step come to, however they were cast: the step settles when no answer that is still out can change the result. Pure.
 * Every step asks for one word today: the first one settles it.
 */
export function tally(seats: StepRecord['seats']): 'open' | 'passed' | 'rejected' | 'returned' {
  const answers = Object.values(seats).flatMap(({ vote }) => vote?.answer ?? []);
  if (answers.includes('back')) return 'returned';
  if (answers.includes('no')) return 'rejected';
  return answers.includes('yes') ? 'passed' : 'open';
}
