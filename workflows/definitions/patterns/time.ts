import type { Due } from '@countersign/domain';

/** So many working days from when people are asked. */
export const within = (days: number): Due => ({ working: { days } });
