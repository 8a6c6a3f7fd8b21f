import { refusal } from '../request/refusal';
import { blockedOf, hasWord } from '../request/standing';
import { defineGuard, noParams } from './guard';

/** No decision stands, or nobody can decide: what waits for nobody who could may always be taken back. */
export const beforeFirstDecision = defineGuard({
  params: noParams,
  refuse: ({ context }) => (hasWord(context) && blockedOf(context) === null ? refusal('decision-made') : null),
});
