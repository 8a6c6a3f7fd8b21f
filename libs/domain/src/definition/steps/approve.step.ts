import { z } from 'zod';
import { decidedKind } from './decided-kind';
import { decidedShape } from './step-parts';

/** The step that decides: passes, returns, or rejects for good. */
export const approveStep = decidedKind('approve', {
  title: { zh: '审批', en: 'Approval' },
  schema: z.strictObject({ ...decidedShape, kind: z.literal('approve'), mayReject: z.boolean().default(true) }),
  decision: {
    button: { zh: '同意', en: 'Approve' },
    past: { zh: '已同意', en: 'Approved' },
    after: { zh: '同意后', en: 'Then' },
    does: { zh: '批准', en: 'approves' },
    done: { zh: '同意', en: 'Approved' },
    binding: true,
    inBulk: true,
    usualDays: 2,
  },
});
