import { refusal } from '../request/refusal';
import { defineGuard, noParams } from './guard';

/** Nobody decides what benefits themselves. */
export const notBeneficiary = defineGuard({
  params: noParams,
  refuse: ({ context, command }) => (context.beneficiary !== null && context.beneficiary === command.actor ? refusal('own-benefit') : null),
});
