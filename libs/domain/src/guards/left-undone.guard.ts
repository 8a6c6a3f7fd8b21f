import { refusal } from '../request/refusal';
import { isLeftUndone, recordOf, wantsCalls } from '../request/standing';
import { defineGuard, stepParams } from './guard';

/** Another system has not done what the step asked of it, nobody waits for that, and the request still wants it: it goes on, or was approved. */
export const leftUndone = defineGuard({
  params: stepParams,
  refuse: ({ context }, { step }) => (isLeftUndone(recordOf(context, step)) && wantsCalls(context) ? null : refusal('not-failed')),
});
