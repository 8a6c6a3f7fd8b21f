import { z } from 'zod';
import { isOwnMatter } from '../request/links/own-request';
import { refusal } from '../request/refusal';
import { recordOf } from '../request/standing';
import { defineGuard } from './guard';

/** Nobody names who decides a request of their own, or one that benefits them, while somebody else looks after the step who can. */
export const notOwnMatter = defineGuard({
  params: z.strictObject({ step: z.string() }),
  refuse({ context, command: { actor } }, { step }) {
    const others = (recordOf(context, step)?.owners ?? []).filter((owner) => owner !== actor && !isOwnMatter(owner, context));
    return isOwnMatter(actor, context) && others.length > 0 ? refusal('own-assignment', { others }) : null;
  },
});
