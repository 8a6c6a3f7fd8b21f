import { z } from 'zod';
import { correctorsAt } from '../people/deciders';
import { refusal } from '../request/refusal';
import { standsInFor, defineGuard } from './guard';

/** Whoever corrected the form at one of these steps does not decide this one too; nor does anybody in their place. */
export const notCorrector = defineGuard({
  params: z.strictObject({ steps: z.array(z.string()) }),
  refuse({ context, command }, { steps }) {
    const deciding = [command.actor, ...standsInFor({ context, command })];
    const step = steps.find((each) => correctorsAt(context, each).some((person) => deciding.includes(person)));
    return step === undefined ? null : refusal('own-edit', { step });
  },
});
