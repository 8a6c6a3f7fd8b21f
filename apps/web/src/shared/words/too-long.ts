import { useTranslation } from 'react-i18next';

/** A longer comment is not taken; nothing of it is cut here. */
export const MOST_SIGNS = 4000;

/** By how many characters a text is too long; 0 where it is not. Pure. */
export const overBy = (text: string, most: number): number => Math.max(0, text.trim().length - most);

/** What to say of a text that is too long: it stays as it was written, and its writer takes out what is too much. */
export function useTooLong(): (text: string, most?: number) => string | null {
  const { t } = useTranslation('kit');
  return (text, most = MOST_SIGNS) => {
    const count = overBy(text, most);
    return count === 0 ? null : t('tooLong', { most, count });
  };
}
