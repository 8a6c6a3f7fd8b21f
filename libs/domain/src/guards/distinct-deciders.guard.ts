import { z } from 'zod';
import { decidersOf } from '../people/deciders';
import { refusal } from '../request/refusal';
import { recordOf } from '../request/standing';
import { defineGuard } from './guard';

/** Whoever decided one of these steps does not decide this one too, whichever comes first. */
export const distinctDeciders = defineGuard({
  params: z.strictObject({ steps: z.array(z.string()) }),
  refuse({ context, command }, { steps }) {
    const step = steps.find((each) => decidersOf(recordOf(context, each)).includes(command.actor));
    return step === undefined ? null : refusal('decided-before', { step });
  },
});
