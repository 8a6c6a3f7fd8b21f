import { z } from 'zod';
import { returnTargets } from '../request/steps/return-targets';
import { refusal } from '../request/refusal';
import { defineGuard } from './guard';

/** The request may go back to where the command says. */
export const returnTarget = defineGuard({
  params: z.strictObject({
    from: z.string(),
    to: z.array(z.string()),
    earlier: z.array(z.string()),
    lanes: z.array(z.strictObject({ inside: z.array(z.string()), aside: z.array(z.string()) })).optional(),
  }),
  refuse({ context, command }, edges) {
    const asked = 'to' in command ? command.to : null;
    const targets = returnTargets(edges, context);
    return targets.some((target) => target.to === asked)
      ? null
      : refusal('return-target', { to: asked, targets: targets.map((target) => target.to) });
  },
});
