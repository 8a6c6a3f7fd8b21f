import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/use-language';
import type { Pasted } from './table-rows';
import styles from './table.module.css';

const NAMED = 5;

interface PastedNoticeProps {
  pasted: Pasted | null;
  maxRows: number;
  onClose(): void;
}

/** What became of a paste: seen where something of it needs a look, else only said. */
export function PastedNotice({ pasted, maxRows, onClose }: PastedNoticeProps) {
  const { t } = useTranslation(['form', 'frame']);
  const words = useWords();
  if (!pasted) return <span role="status" />;
  const { laid, over, unread, unplaced, totals, guessed } = pasted;
  const quiet = over === 0 && unread.length === 0 && unplaced.length === 0 && totals.length === 0 && guessed === null;
  const cells = unread.slice(0, NAMED).map(({ row, column, text }) => t('pastedCell', { row, column: words(column.label), text }));
  return (
    <div role="status" className={quiet ? 'visually-hidden' : styles.pasted}>
      <div>
        <p>{t('pasted', { count: laid })}</p>
        {over > 0 ? <p>{t('pastedOver', { count: over, most: maxRows })}</p> : null}
        {guessed ? <p>{t('pastedGuessed', { head: guessed.head, column: words(guessed.column.label) })}</p> : null}
        {totals.length > 0 ? <p>{t('pastedTotals', { rows: totals.slice(0, NAMED).join(t('pastedBetween')) })}</p> : null}
        {unplaced.length > 0 ? <p>{t('pastedUnplaced', { heads: unplaced.slice(0, NAMED).join(t('pastedBetween')) })}</p> : null}
        {unread.length > 0 ? (
          <p>
            {t('pastedUnread', { count: unread.length })}
            {cells.join(t('pastedBetween'))}
            {unread.length > NAMED ? t('pastedMore') : ''}
          </p>
        ) : null}
      </div>
      {quiet ? null : (
        <button type="button" className={`plain finger ${styles.remove}`} aria-label={t('frame:close')} onClick={onClose}>
          <X size={16} aria-hidden />
        </button>
      )}
    </div>
  );
}
