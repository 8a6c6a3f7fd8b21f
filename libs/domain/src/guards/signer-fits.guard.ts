import { refusal } from '../request/refusal';
import { deciderOf, recordOf } from '../request/standing';
import { defineGuard, stepParams } from './guard';

/** Signatures that may be asked for on one step, beside those of its own rules. */
export const MOST_SIGNERS = 10;

/** One more signature may be asked for on the step, and of somebody who does not sign it already. */
export const signerFits = defineGuard({
  params: stepParams,
  refuse({ context, command }, { step }) {
    const seats = Object.values(recordOf(context, step)?.seats ?? {}).filter(({ question }) => question === undefined);
    if (seats.filter(({ addedBy }) => addedBy !== undefined).length >= MOST_SIGNERS)
      return refusal('too-many-signers', { most: MOST_SIGNERS });
    const person = 'person' in command ? command.person : null;
    return person !== null && seats.some((seat) => seat.person === person || deciderOf(seat) === person)
      ? refusal('signs-already', { person })
      : null;
  },
});
