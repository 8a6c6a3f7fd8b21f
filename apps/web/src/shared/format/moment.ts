import i18next from 'i18next';
import type { Language } from '@countersign/domain';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const localeOf = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en-GB');
const midnight = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
const two = (value: number): string => String(value).padStart(2, '0');

/** Whole calendar days from `now` to `at`; negative in the past. */
export const calendarDays = (at: Date, now: Date): number => Math.round((midnight(at) - midnight(now)) / day);

/** `09:12` */
export const clockText = (at: Date): string => `${two(at.getHours())}:${two(at.getMinutes())}`;

/** `11-20` · `20 Nov`; with the year where it is not this one. */
export function dayText(at: Date, language: Language, now: Date): string {
  const other = at.getFullYear() !== now.getFullYear();
  if (language === 'zh') return `${other ? `${at.getFullYear()}-` : ''}${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', ...(other ? { year: 'numeric' } : {}) }).format(at);
}

/** A day of the calendar, `YYYY-MM-DD`, the same way. */
export const calendarDayText = (day: string, language: Language, now: Date = new Date()): string =>
  dayText(new Date(`${day.slice(0, 10)}T00:00`), language, now);

/** When something happened: `今天 09:12`, `昨天 17:40`, `11-20 17:40`. */
export function momentText(iso: string, language: Language, now: Date = new Date()): string {
  const at = new Date(iso);
  const days = calendarDays(at, now);
  const clock = clockText(at);
  if (days === 0) return i18next.t('time:today', { clock, lng: language });
  if (days === -1) return i18next.t('time:yesterday', { clock, lng: language });
  return `${dayText(at, language, now)} ${clock}`;
}

/** The time of what happened just now: of today the clock alone. */
export function clockOrMoment(iso: string, language: Language, now: Date = new Date()): string {
  const at = new Date(iso);
  return calendarDays(at, now) === 0 ? clockText(at) : momentText(iso, language, now);
}

/** The whole truth, for the hover: date, time and zone. */
export function exactText(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeStyle: 'long' }).format(new Date(iso));
}

/** A span in its largest sensible unit: `40 分钟`, `2 小时`, `3 天`. */
export function spanText(milliseconds: number, language: Language): string {
  const span = Math.max(0, milliseconds);
  if (span < minute) return i18next.t('time:now', { lng: language });
  if (span < hour) return i18next.t('time:minutes', { count: Math.floor(span / minute), lng: language });
  if (span < day) return i18next.t('time:hours', { count: Math.floor(span / hour), lng: language });
  return i18next.t('time:days', { count: Math.floor(span / day), lng: language });
}

/** How long something waits: `等了 2 小时`, `刚刚`. */
export function waitText(iso: string, language: Language, now: Date = new Date()): string {
  const span = now.getTime() - new Date(iso).getTime();
  return span < minute
    ? i18next.t('time:now', { lng: language })
    : i18next.t('time:waited', { span: spanText(span, language), lng: language });
}

/** `3 小时前`; beyond seven days the date. */
export function agoText(iso: string, language: Language, now: Date = new Date()): string {
  const at = new Date(iso);
  const span = now.getTime() - at.getTime();
  if (span < minute) return i18next.t('time:now', { lng: language });
  if (span < hour) return i18next.t('time:minutesAgo', { count: Math.floor(span / minute), lng: language });
  if (span < day) return i18next.t('time:hoursAgo', { count: Math.floor(span / hour), lng: language });
  if (span < 7 * day) return i18next.t('time:daysAgo', { count: Math.floor(span / day), lng: language });
  return dayText(at, language, now);
}

/** By how many begun days something is late that was due with a day, as its list counts them; null for what is due at an hour. Pure. */
export function daysLate(at: Date, now: Date): number | null {
  const endsADay = at.getMinutes() === 59 && at.getSeconds() === 59 && at.getMilliseconds() === 999;
  const days = calendarDays(now, at);
  return endsADay && days > 0 ? days : null;
}

function lateSpan(at: Date, now: Date, language: Language): string {
  const days = daysLate(at, now);
  return days === null ? spanText(now.getTime() - at.getTime(), language) : i18next.t('time:days', { count: days, lng: language });
}

/** The due chip: overdue and today in hours, this week by weekday, later by date. */
export function dueText(iso: string, language: Language, now: Date = new Date()): { tone: 'late' | 'soon' | 'calm'; text: string } {
  const at = new Date(iso);
  const left = at.getTime() - now.getTime();
  if (left < 0) return { tone: 'late', text: i18next.t('time:overdue', { span: lateSpan(at, now, language), lng: language }) };
  const days = calendarDays(at, now);
  if (days === 0) return { tone: 'soon', text: i18next.t('time:left', { span: spanText(left, language), lng: language }) };
  if (days === 1) return { tone: 'calm', text: i18next.t('time:tomorrow', { lng: language }) };
  if (days < 7) return { tone: 'calm', text: new Intl.DateTimeFormat(localeOf(language), { weekday: 'short' }).format(at) };
  return { tone: 'calm', text: dayText(at, language, now) };
}

/** `2026-11-24`: the same in both languages, for paper. */
export const calendarText = (at: Date): string => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;

/** Day and time without “today”: paper is read later. */
export function stampText(iso: string, language: Language): string {
  const at = new Date(iso);
  return `${dayText(at, language, new Date())} ${clockText(at)}`;
}

/** A date in words without the year where it is this one: `2026-11-02 至 11-10` → `11-02 至 11-10`, `2 Nov – 10 Nov 2026` → `2 Nov – 10 Nov`. Pure. */
export function withoutThisYear(text: string, now: Date): string {
  const year = now.getFullYear();
  return text
    .replaceAll(new RegExp(`\\b${year}-(?=\\d\\d-\\d\\d)`, 'g'), '')
    .replaceAll(new RegExp(`(?<=[A-Z][a-z]{2}) ${year}\\b`, 'g'), '');
}
