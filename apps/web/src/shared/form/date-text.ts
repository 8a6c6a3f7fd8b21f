/** Where a day without a year lies: an expense is never in the future, a plan mostly is, else the nearest one is meant. */
export type Toward = 'past' | 'future' | 'nearest';

/**
 * A calendar day that somebody typed or pasted, as `YYYY-MM-DD`; null when it is none. Pure.
 * Understands 2026-11-6, 2026/11/06, 2026.11.6, 20261106, 2026年11月6日, a time of day behind it, and days without a year.
 */
export function parseDateText(text: string, today: string, toward: Toward = 'nearest'): string | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/(?:T|\s+)\d{1,2}:\d{2}.*$/, '')
    .replace(/\s/g, '');
  const full = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (full) return calendarDay(Number(full[1]), Number(full[2]), Number(full[3]));
  const short = /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain);
  return short ? withYear(Number(short[1]), Number(short[2]), { today, toward }) : null;
}

function withYear(month: number, day: number, { today, toward }: { today: string; toward: Toward }): string | null {
  const year = Number(today.slice(0, 4));
  const days = [year - 1, year, year + 1].flatMap((each) => calendarDay(each, month, day) ?? []);
  const meant = days.filter((each) => toward === 'nearest' || (toward === 'past' ? each <= today : each >= today));
  const distance = (each: string): number => Math.abs(Date.parse(each) - Date.parse(today));
  return meant.sort((left, right) => distance(left) - distance(right))[0] ?? null;
}

function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}

/** Where a field's days lie, by what it takes. Pure. */
export const towardOf = ({ notAfter, notBefore }: { notAfter?: unknown; notBefore?: unknown }): Toward =>
  notAfter !== undefined ? 'past' : notBefore !== undefined ? 'future' : 'nearest';
