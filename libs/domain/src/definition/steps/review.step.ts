import { z } from 'zod';
import { decidedKind } from './decided-kind';
import { decidedShape } from './step-parts';

/** A gate that passes or returns and is never final, unless the definition lets it reject. */
export const reviewStep = decidedKind('review', {
  title: { zh: '审核', en: 'Review' },
  schema: z.strictObject({ ...decidedShape, kind: z.literal('review'), mayReject: z.boolean().default(false) }),
  decision: {
    button: { zh: '审核通过', en: 'Mark as reviewed' },
    past: { zh: '审核已通过', en: 'Reviewed' },
    after: { zh: '通过后', en: 'Then' },
    does: { zh: '审核', en: 'reviews' },
    done: { zh: '审核通过', en: 'Reviewed' },
    inBulk: true,
    usualDays: 2,
  },
});
