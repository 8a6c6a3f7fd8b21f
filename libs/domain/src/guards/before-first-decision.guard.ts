import { refusal } from '../request/refusal';
import { blockedOf } from '../request/standing';
import { defineGuard, noParams } from './guard';

/** Nobody has decided since the last submit, or nobody can: what waits for nobody who could may always be taken back. */
export const beforeFirstDecision = defineGuard({
  params: noParams,
  refuse: ({ context }) => (context.decided && blockedOf(context) === null ? refusal('decision-made') : null),
});
