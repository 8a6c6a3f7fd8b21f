import { z } from 'zod';
import { returnTargets } from '../request/return-targets';
import { refusal } from '../request/refusal';
import { defineGuard } from './guard';

/** The request may go back to where the command says. */
export const returnTarget = defineGuard({
  params: z.strictObject({ to: z.array(z.string()), earlier: z.array(z.string()) }),
  refuse({ context, command }, { to, earlier }) {
    const targets = returnTargets({ to, earlier }, context);
    return targets.some((target) => target.to === command.to)
      ? null
      : refusal('return-target', { to: command.to, targets: targets.map((target) => target.to) });
  },
});
