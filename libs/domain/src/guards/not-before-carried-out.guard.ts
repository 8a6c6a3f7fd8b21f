import { z } from 'zod';
import { refusal } from '../request/refusal';
import { defineGuard } from './guard';

/** Nothing was carried out behind the place where a request begins anew; `behind`: the steps that come after it. */
export const notBeforeCarriedOut = defineGuard({
  params: z.strictObject({ behind: z.array(z.string()) }),
  refuse({ context }, { behind }) {
    const step = context.carriedOut.findLast((each) => behind.includes(each));
    return step === undefined ? null : refusal('carried-out', { step });
  },
});
