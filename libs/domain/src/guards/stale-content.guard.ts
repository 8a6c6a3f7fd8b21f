import { z } from 'zod';
import { contentWith } from '../request/content';
import { refusal } from '../request/refusal';
import { defineGuard } from './guard';

/** The decision is about what its seat is shown now: the digest that was shown comes back unchanged. */
export const staleContent = defineGuard({
  params: z.strictObject({ writers: z.array(z.string()) }),
  refuse({ context, command }, { writers }) {
    const shown = 'shown' in command ? command.shown : null;
    const current = contentWith(context, writers);
    return shown === current ? null : refusal('stale-content', { shown, current });
  },
});
