import { refusal } from '../request/refusal';
import { defineGuard } from './guard';
import { nothingCarriedOut, carriedOutParams } from './nothing-carried-out.guard';

/** Something is decided about some row; where no row is left, it ends as any no would. */
export const rowsDecided = defineGuard({
  params: carriedOutParams,
  refuse(input, params) {
    const { command } = input;
    if (command.type !== 'decide-rows') return null;
    if (command.refused + command.cut === 0) return refusal('no-row-decided');
    return command.left === 0 ? nothingCarriedOut.refuse(input, params) : null;
  },
});
