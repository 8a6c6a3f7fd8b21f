import { useTranslation } from 'react-i18next';
import type { RequestView } from '../api/wire';
import { stampText } from '../format/moment';
import { useLanguage, useWords } from '../i18n/use-language';

/** What operators have done to a request, one after another. */
export function useRepairs(repairs: RequestView['repairs']): string[] {
  const { t } = useTranslation('supervision');
  const words = useWords();
  const language = useLanguage();
  return repairs.map(({ by, done, at }) => t('repair', { name: words(by.name), done: words(done), when: stampText(at, language) }));
}
