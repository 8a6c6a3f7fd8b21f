import { refusal } from '../request/refusal';
import { defineGuard, stepParams } from './guard';

/** The step waits for somebody to find it an approver. */
export const isBlocked = defineGuard({
  params: stepParams,
  refuse: ({ context }, { step }) =>
    context.blocked?.kind === 'no-approver' && context.blocked.step === step ? null : refusal('not-blocked'),
});
