import { useTranslation } from 'react-i18next';
import { useWords } from '../i18n/use-language';
import { movedBy, type MovedItems } from './moved-items';

/** Titles beyond are counted only. */
const MOST_NAMED = 6;

/** What moves with the day of lists, in words; null: that is no day, or the day as it is. */
export function useMovedWords(): (lists: Parameters<typeof movedBy>[0], to: string) => string | null {
  const { t } = useTranslation('list');
  const words = useWords();
  const told = ({ days, items, late }: MovedItems): string => {
    const titles = late
      .slice(0, MOST_NAMED)
      .map(({ title }) => words(title))
      .join(t('joiner'));
    const moved = t('moved', { count: items.length, days: `${days > 0 ? '+' : '−'}${Math.abs(days)}` });
    return `${moved} ${late.length > 0 ? t('movedLate', { count: late.length, titles }) : t('movedOnTime')}`;
  };
  return (lists, to) => {
    const moved = /^\d{4}-\d{2}-\d{2}$/.test(to) ? movedBy(lists, to) : null;
    return moved === null || moved.days === 0 ? null : told(moved);
  };
}
