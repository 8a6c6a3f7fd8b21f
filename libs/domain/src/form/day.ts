import type { Json } from '../text/bilingual';

/** The first and the last day that a form takes. What lies beyond is a slip, and no clock or calendar here is asked to count with it. */
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2199-12-31';

/** Whether a day lies where a form takes days. Pure. */
export function isNearDay(day: string): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY;
}

/** Whether a text is a day of the calendar as `YYYY-MM-DD`. Pure; no clock, no time zone. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= (lengths[month - 1] ?? 0);
}

/** Whether a value of a form is a range with both of its ends. Pure. */
export function isDayRange(value: Json | undefined): value is { from: string; to: string } {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value.from === 'string' && typeof value.to === 'string'
  );
}
