import { refusal } from '../request/refusal';
import { recordOf } from '../request/standing';
import { defineGuard, stepParams } from './guard';

/** The step waits for somebody to find it an approver. */
export const isBlocked = defineGuard({
  params: stepParams,
  refuse: ({ context }, { step }) => (recordOf(context, step)?.status === 'blocked' ? null : refusal('not-blocked')),
});
