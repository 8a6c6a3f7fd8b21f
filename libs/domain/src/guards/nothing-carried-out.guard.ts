import { refusal } from '../request/refusal';
import { defineGuard, noParams } from './guard';

/** Nothing has been carried out yet that ending the request would leave standing: a payment, a signature. */
export const nothingCarriedOut = defineGuard({
  params: noParams,
  refuse: ({ context: { carriedOut } }) => (carriedOut.length > 0 ? refusal('carried-out', { step: carriedOut.at(-1) ?? '' }) : null),
});
