import { z } from 'zod';
import { bilingualSchema } from '../../text/bilingual';
import { nameSchema } from '../patterns';
import { decidedKind } from './decided-kind';
import { decidedShape } from './step-parts';

/** Something to be done, with evidence in its fields. */
export const workStep = decidedKind('work', {
  title: { zh: '办理', en: 'Work' },
  schema: z.strictObject({
    ...decidedShape,
    kind: z.literal('work'),
    /**
     * The amount of the request is paid there, and by nobody who gave a yes to it (D4): it stands in the queue of payments as long as the step waits.
     * `to`: the field that names the payee; absent: the requester. `slip`: the field that keeps by which slip it was paid.
     * `books`: the account that it is booked to. `parts`: the table that keeps what was paid of it before the rest was; absent: it is paid as a whole.
     */
    pays: z.strictObject({ to: nameSchema.optional(), slip: nameSchema, books: bilingualSchema, parts: nameSchema.optional() }).optional(),
  }),
  decision: {
    button: { zh: '办理完成', en: 'Mark as done' },
    past: { zh: '已办理完成', en: 'Done' },
    after: { zh: '完成后', en: 'Then' },
    does: { zh: '办理', en: 'carries it out' },
    done: { zh: '办理完成', en: 'Done' },
    carriedOut: true,
  },
});
