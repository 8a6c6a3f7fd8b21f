import type { CalendarDay, Exception } from './calendar-query';

/** A selection of days that lie next to each other, both included. */
export interface Span {
  from: string;
  to: string;
}

export const isIn = (day: string, span: Span | null): boolean => span !== null && span.from <= day && day <= span.to;

/** The selection after a press on a day; with Shift it reaches there from where it began. Pure. */
export function spanAfter(span: Span | null, day: string, extend: boolean): Span {
  if (!extend || span === null) return { from: day, to: day };
  return day < span.from ? { from: day, to: span.to } : { from: span.from, to: day };
}

export const daysOf = ({ from, to }: Span): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;

/** The month before or after, YYYY-MM. Pure. */
export function monthBeside(month: string, by: 1 | -1): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const at = new Date(Date.UTC(year, number - 1 + by, 1));
  return `${at.getUTCFullYear()}-${String(at.getUTCMonth() + 1).padStart(2, '0')}`;
}

/** Parts of a day on which a clock runs, as shares of its 24 hours. Pure. */
export function stripOf(hours: string): { from: number; to: number }[] {
  if (hours === '') return [];
  return hours.split(/[,，、]\s*/).flatMap((span) => {
    const [from, to] = span.split('–').map(shareOf);
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
}

function shareOf(time: string): number {
  const [hour = 0, minute = 0] = time.trim().split(':').map(Number);
  return (hour * 60 + minute) / 1_440;
}

/** How a clock runs on a day. */
export const clockOn = (day: CalendarDay, clock: 'store' | 'office') => day.clocks.find((each) => each.clock === clock);

/** Exceptions that touch a month, each with the days of it. Pure. */
export function exceptionsIn(exceptions: readonly Exception[], month: string): Exception[] {
  return exceptions.filter(({ from, to }) => from.slice(0, 7) <= month && month <= to.slice(0, 7));
}

/** Hours as they are written in an exception. Pure. */
export const hoursText = (hours: Exception['hours']): string => hours.map(([from, to]) => `${from}–${to}`).join(', ');

/** Hours as people write them, `09:00–12:00, 13:00-18:00`, blank for none; null where they are none, or are out of order. Pure. */
export function hoursIn(text: string): Exception['hours'] | null {
  if (text.trim() === '') return [];
  const spans = text.split(/[,，、]/).map((span) => /^\s*(\d{1,2}:\d{2})\s*[-–—~～至]\s*(\d{1,2}:\d{2})\s*$/.exec(span));
  const hours: Exception['hours'] = [];
  for (const found of spans) {
    const [from = '', to = ''] = [found?.[1], found?.[2]].map((time) => time?.padStart(5, '0'));
    if (!TIME.test(from) || !TIME.test(to) || from >= to || from < (hours.at(-1)?.[1] ?? '')) return null;
    hours.push([from, to]);
  }
  return hours;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
