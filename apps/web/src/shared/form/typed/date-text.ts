/** Where a day without a year lies: an expense is never in the future, a plan mostly is, else the nearest one is meant. */
export type Toward = 'past' | 'future' | 'nearest';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** `nov`, `Nov.`, `sept`, `November`: whatever begins like a month and is no longer than its name. */
const MONTH_WORD =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const DAY_MONTH = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[\\s.-]*(?:of )?(${MONTH_WORD})\\.?(?:[\\s,.-]+(\\d{4}))?$`);
const MONTH_DAY = new RegExp(`^(${MONTH_WORD})\\.?[\\s-]*(\\d{1,2})(?:st|nd|rd|th)?(?:[\\s,-]+(\\d{4}))?$`);
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]?\s+/;

/** Nobody writes a day with more signs than these. */
const LONGEST_DAY = 60;

/** Days that people name by today. */
const NEAR_DAYS: ReadonlyMap<string, number> = new Map([
  ...(['前天', '昨天', '今天', '明天', '后天'] as const).map((word, at) => [word, at - 2] as const),
  ...(['yesterday', 'today', 'tomorrow'] as const).map((word, at) => [word, at - 1] as const),
]);

const dayBeside = (today: string, days: number): string => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);

/** A day in parts; no year: the one that the field means. */
interface Parts {
  year: number | null;
  month: number;
  day: number;
}

/**
 * A calendar day that somebody typed or pasted, as `YYYY-MM-DD`; null when it is none. Pure.
 * Understands 昨天, 2026-11-6, 2026/11/06, 2026.11.6, 20261106, 2026年11月6日, a time of day behind it, days without a year, and English: 6 Nov, Nov 6, 2026,
 * and 20/11/2026 or 11/20/2026, which nobody can take for another day. 6/11/2026 may be read in two ways and is none.
 */
export function parseDateText(text: string, today: string, toward: Toward = 'nearest'): string | null {
  const written = text.trim();
  if (written.length > LONGEST_DAY) return null;
  const plain = withoutTime(written.normalize('NFKC'));
  const near = NEAR_DAYS.get(plain.toLowerCase());
  if (near !== undefined) return dayBeside(today, near);
  const parts = numbered(plain.replace(/\s/g, '')) ?? inWords(plain.toLowerCase().replace(WEEKDAY, ''));
  if (parts === null) return null;
  const { year, month, day } = parts;
  return year === null ? withYear(month, day, { today, toward }) : calendarDay(year, month, day);
}

/** Without the time of day behind it. */
function withoutTime(text: string): string {
  const time = /(?:T|,|\s)\d{1,2}:\d{2}/.exec(text);
  return time ? text.slice(0, time.index).replace(/,$/, '').trim() : text;
}

function numbered(plain: string): Parts | null {
  const full = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (full) return { year: Number(full[1]), month: Number(full[2]), day: Number(full[3]) };
  const short = /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain);
  if (short) return { year: null, month: Number(short[1]), day: Number(short[2]) };
  const [, first, second, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(plain)?.map(Number) ?? [];
  if (first === undefined || second === undefined || year === undefined) return null;
  if (first > 12 || first === second) return { year, month: second, day: first };
  return second > 12 ? { year, month: first, day: second } : null;
}

function inWords(plain: string): Parts | null {
  const before = DAY_MONTH.exec(plain);
  const behind = before ? null : MONTH_DAY.exec(plain);
  const [day, month, year] = before ? [before[1], before[2], before[3]] : [behind?.[2], behind?.[1], behind?.[3]];
  if (day === undefined || month === undefined) return null;
  return { year: year === undefined ? null : Number(year), month: MONTHS.indexOf(month.slice(0, 3)) + 1, day: Number(day) };
}

/** Why a text is no day, where it is one of the calendar for nobody: it may be read in two ways, or in none. Pure; null: there is no such day. */
export function dateDoubt(text: string): 'two-ways' | 'unread' | null {
  const plain = text.normalize('NFKC').trim();
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/.test(plain)) return numbered(plain) === null ? 'two-ways' : null;
  return numbered(plain.replace(/\s/g, '')) === null && inWords(plain.toLowerCase()) === null ? 'unread' : null;
}

/** What is wrong with a range that is none: one of its days is not filled in, or this is what stands where a day should. Pure. */
export function rangeDoubt(value: unknown): { half: true } | { text: string } | null {
  if (typeof value !== 'object' || value === null || !('from' in value || 'to' in value)) return null;
  const { from, to } = value as { from?: unknown; to?: unknown };
  const typed = [from, to].map((day) => (typeof day === 'string' ? day.trim() : ''));
  const odd = typed.find((day) => day !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(day));
  if (odd !== undefined) return { text: odd };
  return typed.includes('') ? { half: true } : null;
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
