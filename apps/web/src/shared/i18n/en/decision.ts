import type { Texts } from '../texts';
import type { decision as zh } from '../zh/decision';

export const decision: Texts<typeof zh> = {
  written: 'Your comment: {{comment}}',
  writtenAway: 'Remove',
};
