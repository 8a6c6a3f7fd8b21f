/**
 * A calendar day that somebody typed or pasted, as `YYYY-MM-DD`; null when it is none.
 * Understands 2026-11-6, 2026/11/06, 2026.11.6, 20261106, 2026年11月6日, and days without a year, which are taken from `today` backwards:
 * an expense is never in the future.
 */
export function parseDateText(text: string, today: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace(/T.*$/, '');
  const full = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (full) return calendarDay(Number(full[1]), Number(full[2]), Number(full[3]));
  const short = /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain);
  if (!short) return null;
  const year = Number(today.slice(0, 4));
  const day = calendarDay(year, Number(short[1]), Number(short[2]));
  return day !== null && day > today ? calendarDay(year - 1, Number(short[1]), Number(short[2])) : day;
}

function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}
