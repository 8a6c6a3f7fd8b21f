import { z } from 'zod';
import { isOwnMatter } from '../request/links/own-request';
import { refusal } from '../request/refusal';
import { openSeats, recordOf } from '../request/standing';
import { defineGuard } from './guard';

/** The person whom the command names has no task on the step yet, and, unless they may be `partial`, neither asks for nor benefits from the request. */
export const namedAnew = defineGuard({
  params: z.strictObject({ step: z.string(), partial: z.boolean() }),
  refuse({ context, command }, { step, partial }) {
    const person = 'person' in command ? command.person : null;
    if (person === null) return null;
    if (openSeats(recordOf(context, step)).some(([, seat]) => seat.person === person || seat.lentBy === person))
      return refusal('already-theirs', { person, step });
    return !partial && isOwnMatter(person, context) ? refusal('own-matter-of', { person }) : null;
  },
});
