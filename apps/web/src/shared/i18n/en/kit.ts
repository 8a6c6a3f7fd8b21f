import type { Texts } from '../texts';
import type { kit as zh } from '../zh/kit';

export const kit: Texts<typeof zh> = {
  'stamp-approved': 'Approved',
  'stamp-rejected': 'Rejected',
  'stamp-withdrawn': 'Withdrawn',
};
