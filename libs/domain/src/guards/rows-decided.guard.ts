import { z } from 'zod';
import { refusal } from '../request/refusal';
import { defineGuard } from './guard';
import { nothingCarriedOut, carriedOutParams } from './nothing-carried-out.guard';

/** Something is decided about some row; where no row is left, it ends as any no would, and only where the step may say no. */
export const rowsDecided = defineGuard({
  params: z.strictObject({ ...carriedOutParams.shape, mayReject: z.boolean() }),
  refuse(input, { mayReject, ...lanes }) {
    const { command } = input;
    if (command.type !== 'decide-rows') return null;
    if (command.refused + command.cut === 0) return refusal('no-row-decided');
    if (command.left > 0) return null;
    return mayReject ? nothingCarriedOut.refuse(input, lanes) : refusal('no-row-left');
  },
});
