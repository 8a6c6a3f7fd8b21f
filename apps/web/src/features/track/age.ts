const MINUTE = 60_000;

/** How long a request has waited, and how that stands to its limit. */
export interface Age {
  minutes: number;
  /** Parts of the bar, of 100: within the limit, beyond it, and where the limit is; null where it is due on no day. */
  within: number;
  beyond: number;
  limit: number | null;
}

/** Without a limit a bar is full after so long. */
const FULL_MINUTES = 7 * 24 * 60;

/** The limit stands in the middle of the bar, so that what is twice as late fills it; what is due on no day fills it in a week. Pure. */
export function ageOf({ waitingSince, dueAt }: { waitingSince: string; dueAt: string | null }, now: Date): Age {
  const since = new Date(waitingSince).getTime();
  const minutes = Math.max(0, (now.getTime() - since) / MINUTE);
  const allowed = dueAt === null ? null : (new Date(dueAt).getTime() - since) / MINUTE;
  if (allowed === null || allowed <= 0) {
    const late = allowed !== null;
    const part = Math.min(100, (minutes / FULL_MINUTES) * 100);
    return { minutes, within: late ? 0 : part, beyond: late ? Math.max(part, 4) : 0, limit: late ? 0 : null };
  }
  const part = Math.min(100, (minutes / allowed) * 50);
  return { minutes, within: Math.min(part, 50), beyond: Math.max(0, part - 50), limit: 50 };
}
