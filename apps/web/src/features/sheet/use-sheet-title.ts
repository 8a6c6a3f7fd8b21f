import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../shared/api/wire';
import { useWords } from '../../shared/i18n/use-language';

/** What the sheet is called: the process without its word for asking. */
export function useSheetTitle({ definition }: RequestView): string {
  const { t } = useTranslation('sheet');
  const words = useWords();
  return t('title', { name: words(definition.title).replace(/(申请|审批)$/, '') });
}
