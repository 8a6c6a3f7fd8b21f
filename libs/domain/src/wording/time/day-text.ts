import type { Language } from '../../text/bilingual';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Writes a day (`YYYY-MM-DD`): 2026-10-28 / 28 Oct 2026. Pure. */
export function dayText(day: string, language: Language): string {
  return language === 'zh' ? day : `${shortDay(day)} ${day.slice(0, 4)}`;
}

/** Writes a range of days, the year once where it is the same: 2026-10-28 至 11-06 / 28 Oct – 6 Nov 2026. Pure. */
export function dayRangeText(from: string, to: string, language: Language): string {
  if (from === to) return dayText(from, language);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  if (language === 'zh') return `${from} 至 ${sameYear ? to.slice(5) : to}`;
  return `${sameYear ? shortDay(from) : dayText(from, 'en')} – ${dayText(to, 'en')}`;
}

function shortDay(day: string): string {
  return `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`;
}
