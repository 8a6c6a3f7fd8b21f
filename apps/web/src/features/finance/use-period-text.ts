import { ownValue } from '@countersign/domain';
import { useLanguage } from '../../shared/i18n/use-language';

/** “2026 年 11 月”, “November 2026”, “2026 年”: a month or a year in words. */
export function usePeriodText(): (period: string) => string {
  const language = useLanguage();
  return (period) => {
    const [year = '', month] = period.split('-');
    if (month === undefined) return language === 'zh' ? `${year} 年` : year;
    if (language === 'zh') return `${year} 年 ${Number(month)} 月`;
    return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      Date.UTC(Number(year), Number(month) - 1, 15),
    );
  };
}

const LAST: Record<string, number> = {
  '01': 31,
  '03': 31,
  '04': 30,
  '05': 31,
  '06': 30,
  '07': 31,
  '08': 31,
  '09': 30,
  '10': 31,
  '11': 30,
  '12': 31,
};

/** The month or year that two days bound; null: they bound neither. Pure. */
export function periodBetween(from: string, to: string): string | null {
  const [year, month = ''] = from.split('-');
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year ?? null;
  const last = ownValue(LAST, month) ?? (Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0) ? 29 : 28);
  return from === `${year}-${month}-01` && to === `${year}-${month}-${last}` ? `${year}-${month}` : null;
}
