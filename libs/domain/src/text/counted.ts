/** A number with its English noun: `1 day`, `2 days`. Pure. */
export const counted = (count: unknown, noun: string): string => `${String(count)} ${noun}${Number(count) === 1 ? '' : 's'}`;
