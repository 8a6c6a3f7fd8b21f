import { z } from 'zod';
import { decidedKind } from './decided-kind';
import { decidedShape } from './step-parts';

/** Something to be done, with evidence in its fields. */
export const workStep = decidedKind('work', {
  title: { zh: '办理', en: 'Work' },
  schema: z.strictObject({ ...decidedShape, kind: z.literal('work') }),
  decision: {
    button: { zh: '办理完成', en: 'Mark as done' },
    past: { zh: '已办理完成', en: 'Done' },
    after: { zh: '完成后', en: 'Then' },
    does: { zh: '办理', en: 'carries it out' },
    done: { zh: '办理完成', en: 'Done' },
    carriedOut: true,
  },
});
