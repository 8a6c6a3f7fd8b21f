import { z } from 'zod';
import { refusal } from '../request/refusal';
import { defineGuard } from './guard';

/** The step that a jump names comes before or after the one where the request stands; nothing goes back before what was carried out. */
export const jumpTarget = defineGuard({
  params: z.strictObject({ from: z.string(), earlier: z.array(z.string()), later: z.array(z.string()) }),
  refuse({ context, command }, { from, earlier, later }) {
    const to = 'to' in command ? command.to : null;
    if (to === null || to === from || ![...earlier, ...later].includes(to)) return refusal('jump-target', { to });
    const done = earlier.findLast((step) => context.carriedOut.includes(step));
    const behind = done !== undefined && earlier.includes(to) && earlier.indexOf(to) < earlier.indexOf(done);
    return behind ? refusal('carried-out', { step: done }) : null;
  },
});
