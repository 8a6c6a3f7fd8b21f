import type { Due } from '@countersign/domain';

/** So many working days from when people are asked. */
export const within = (days: number): Due => ({ working: { days } });

/** On the day of a date field, or so many days after it; before it they are negative. */
export const on = (field: string, days = 0): Due => ({ field, ...(days === 0 ? {} : { days }) });
