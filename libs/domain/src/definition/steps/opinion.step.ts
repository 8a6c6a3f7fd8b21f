import { z } from 'zod';
import { decidedKind } from './decided-kind';
import { decidedShape } from './step-parts';

/** A signed opinion (for, against or conditional) with a comment and figures. It steers what follows and decides nothing (X11). */
export const opinionStep = decidedKind('opinion', {
  title: { zh: '签署意见', en: 'Opinion' },
  schema: z.strictObject({ ...decidedShape, kind: z.literal('opinion') }),
  decision: {
    button: { zh: '签署意见', en: 'Sign opinion' },
    past: { zh: '意见已签署', en: 'Opinion signed' },
    after: { zh: '签署后', en: 'Then' },
    does: { zh: '签署意见', en: 'signs an opinion' },
    done: { zh: '签署意见', en: 'Signed an opinion' },
    signed: true,
    usualDays: 3,
  },
});
