import type { Due } from '@countersign/domain';
import type { Block } from './block';
import { said, type Words } from './words';

/** So many working days from when people are asked. */
export const within = (days: number): Due => ({ working: { days } });

/** On the day of a date field, or so many days after it; before it they are negative. */
export const on = (field: string, days = 0): Due => ({ field, ...(days === 0 ? {} : { days }) });

/** Nobody is asked until the day of a field, or so many days before (less than 0) or after it. */
export const waits =
  (id: string, title: Words, field: string, days: number): Block =>
  () => ({ block: 'wait', step: { kind: 'delay', id, title: said(title), until: { field, days } }, inside: [] });
