import { z } from 'zod';
import { decidersOf } from '../people/deciders';
import { refusal } from '../request/refusal';
import { recordOf } from '../request/standing';
import { standsInFor, defineGuard } from './guard';

/** Whoever decided one of these steps does not decide this one too, whichever comes first; nor does anybody in their place. */
export const distinctDeciders = defineGuard({
  params: z.strictObject({ steps: z.array(z.string()) }),
  refuse({ context, command }, { steps }) {
    const deciding = [command.actor, ...standsInFor({ context, command })];
    const step = steps.find((each) => decidersOf(recordOf(context, each)).some((person) => deciding.includes(person)));
    return step === undefined ? null : refusal('decided-before', { step });
  },
});
