import { beneficiariesAbove, concernsRole } from '../request/links/own-request';
import { refusal } from '../request/refusal';
import { defineGuard, noParams } from './guard';

/** Nobody decides what benefits themselves, or gives authority to a role of theirs, nor what a request that does has started and leans on. */
export const notBeneficiary = defineGuard({
  params: noParams,
  refuse({ context, command: { actor }, facts }) {
    if (context.beneficiary === actor) return refusal('own-benefit');
    if (facts.actor?.id === actor && concernsRole(context, facts.actor.roles)) return refusal('own-authority');
    return beneficiariesAbove(context).includes(actor) ? refusal('own-benefit', { above: true }) : null;
  },
});
