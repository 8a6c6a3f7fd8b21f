/** In hours: reminding or reporting people more often than this helps nobody. */
export const COOL_DOWN_HOURS = 4;

/** When something that was done last at `last` (ISO; undefined: never) may be done again; null where it may be now. Pure. */
export function againFrom(last: string | undefined, now: string): string | null {
  if (last === undefined) return null;
  const again = new Date(Date.parse(last) + COOL_DOWN_HOURS * 3_600_000).toISOString();
  return now < again ? again : null;
}
