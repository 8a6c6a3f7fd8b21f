const DAY_MS = 86_400_000;

/** The day of UTC on which an instant lies, in milliseconds. Pure. */
export function dayOfGreenwich(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** The calendar day so many days after another, both YYYY-MM-DD. Pure. */
export function dayAfter(day: string, days = 1): string {
  return dayOfGreenwich(Date.parse(day) + days * DAY_MS);
}

/** Calendar days from one day to another, both YYYY-MM-DD; negative where the other lies before. Pure. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
