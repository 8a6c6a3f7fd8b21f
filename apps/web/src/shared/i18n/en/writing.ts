import type { Texts } from '../texts';
import type { writing as zh } from '../zh/writing';

export const writing: Texts<typeof zh> = {
  written: 'Your comment: {{comment}}',
  writtenAway: 'Remove',
  attach: 'Attach files',
  attached: 'Attached',
  inPlan: '{{amount}} in plan',
  overPlan: '{{amount}} over plan',
  noBudget: 'no budget for it',
};
