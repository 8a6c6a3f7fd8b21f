import { refusal } from '../request/refusal';
import { openSeats, recordOf } from '../request/standing';
import { defineGuard, stepParams } from './guard';

/** Questions that may wait for an answer on one step at once. */
const MOST_QUESTIONS = 10;

/** Not too many questions wait for an answer on the step. */
export const fewQuestions = defineGuard({
  params: stepParams,
  refuse({ context }, { step }) {
    const waiting = openSeats(recordOf(context, step)).filter(([, { question }]) => question !== undefined);
    return waiting.length < MOST_QUESTIONS ? null : refusal('too-many-questions', { step, most: MOST_QUESTIONS });
  },
});
