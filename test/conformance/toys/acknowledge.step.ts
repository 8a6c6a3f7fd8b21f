import { z } from 'zod';
import { decidedKind } from '../../../libs/domain/src/definition/steps/decided-kind';
import { decidedShape } from '../../../libs/domain/src/definition/steps/step-parts';

/** Somebody says that they have read it. */
export const acknowledgeStep = decidedKind('acknowledge', {
  title: { zh: '知悉', en: 'Acknowledgement' },
  schema: z.strictObject({ ...decidedShape, kind: z.literal('acknowledge'), before: z.iso.date().optional() }),
  decision: {
    button: { zh: '已阅', en: 'Acknowledge' },
    past: { zh: '已阅', en: 'Acknowledged' },
    after: { zh: '已阅后', en: 'Then' },
    does: { zh: '阅知', en: 'acknowledges it' },
    done: { zh: '已阅', en: 'acknowledged it' },
  },
});
