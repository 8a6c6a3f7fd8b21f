/** How long a request has waited, and how that stands to its limit. */
export interface Age {
  minutes: number;
  /** Parts of the bar, of 100: within the limit, beyond it, and where the limit is; null where it is due on no day. */
  within: number;
  beyond: number;
  limit: number | null;
}

/** Without a limit a bar is full after so long: five days of offices. */
const FULL_MINUTES = 5 * 9 * 60;

/**
 * In working minutes. The limit stands in the middle of the bar, so that what is twice as late fills it; what is due on no day fills it in a working week.
 * What is overdue shows so at once, also while no clock runs. Pure.
 */
export function ageOf(
  { workedMinutes: minutes, limitMinutes: allowed }: { workedMinutes: number; limitMinutes: number | null },
  overdue: boolean,
): Age {
  if (allowed === null || allowed <= 0) {
    // Due at an hour before the offices open: no working time lies between, and none of it is late before that hour.
    const late = allowed !== null && overdue;
    const part = Math.min(100, (minutes / FULL_MINUTES) * 100);
    return { minutes, within: late ? 0 : part, beyond: late ? Math.max(part, 4) : 0, limit: late ? 0 : null };
  }
  const part = Math.min(100, (minutes / allowed) * 50);
  return { minutes, within: Math.min(part, 50), beyond: Math.max(0, part - 50, overdue ? 2 : 0), limit: 50 };
}
