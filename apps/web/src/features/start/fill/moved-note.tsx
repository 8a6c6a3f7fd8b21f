import { ownValue } from '@countersign/domain';
import { CalendarClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../../shared/api/wire';
import type { WireForm } from '../../../shared/form';
import { useWords } from '../../../shared/i18n/use-language';
import { useMovedWords } from '../../../shared/words/moved-words';
import styles from './fill.module.css';

/** Of a returned request: what of its checklists moves with a day that was changed, told before it is submitted again. */
export function MovedNote({ request, form }: { request: RequestView | null; form: WireForm }) {
  const { t } = useTranslation('list');
  const words = useWords();
  const movedWords = useMovedWords();
  const lists = request?.lists ?? [];
  const day = lists.find(({ countsTo }) => countsTo !== null)?.countsTo;
  const to = day ? ownValue(form, day.field) : null;
  const moved = day && typeof to === 'string' ? movedWords(lists, to) : null;
  if (!day || moved === null) return null;
  return (
    <div className={styles.notice} data-tone="quiet" role="status">
      <CalendarClock size={16} aria-hidden />
      <div>
        <b>{t('movedWith', { label: words(day.label) })}</b>
        <p>{moved}</p>
      </div>
    </div>
  );
}
