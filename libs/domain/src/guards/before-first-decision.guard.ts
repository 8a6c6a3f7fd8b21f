import { refusal } from '../request/refusal';
import { blockedOf } from '../request/standing';
import { defineGuard, noParams } from './guard';

/** Nobody has decided since the last submit, or nobody can: a request without an approver may always be withdrawn. */
export const beforeFirstDecision = defineGuard({
  params: noParams,
  refuse: ({ context }) => (context.decided && blockedOf(context) === null ? refusal('withdraw-too-late') : null),
});
