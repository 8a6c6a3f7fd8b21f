import { beneficiariesAbove } from '../request/links/own-request';
import { refusal } from '../request/refusal';
import { defineGuard, noParams } from './guard';

/** Nobody decides what benefits themselves, nor what a request that does has started and leans on. */
export const notBeneficiary = defineGuard({
  params: noParams,
  refuse({ context, command: { actor } }) {
    if (context.beneficiary === actor) return refusal('own-benefit');
    return beneficiariesAbove(context).includes(actor) ? refusal('own-benefit', { above: true }) : null;
  },
});
