import { ListChecks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PlainButton } from '../../../shared/kit/controls/plain-button';
import type { Amount } from '../../../shared/api/wire';
import { amountText } from '../../../shared/format/amount';
import { useLanguage } from '../../../shared/i18n/use-language';
import { largestOf, sumText } from '../../../shared/format/money-sum';
import { MOST_SELECTED, type Selection } from './selection';
import styles from './select-bar.module.css';

/** Begins to select, where something waits. */
export function SelectButton({ selection, short = false }: { selection: Selection; short?: boolean }) {
  const { t } = useTranslation('bulk');
  return (
    <button type="button" className={`plain ${short ? 'finger' : ''} ${styles.tool}`} title={t('startHint')} onClick={selection.start}>
      <ListChecks size={short ? 20 : 16} aria-hidden />
      <span className={short ? 'visually-hidden' : undefined}>{t('start')}</span>
    </button>
  );
}

/** How many are selected, what they come to, and the way on. `lookable`: what is selected does not lie beside the list by itself. */
export function SelectBar({ selection, lookable }: { selection: Selection; lookable: boolean }) {
  const { t } = useTranslation('bulk');
  const language = useLanguage();
  const { rows, extent } = selection;
  const amounts: (Amount | null)[] = rows.map(({ row }) => row.amount);
  const sum = sumText(amounts, language, 'if-any');
  const largest = largestOf(amounts.map((amount) => ({ amount })))?.amount;
  return (
    <div className={styles.bar} role="group" aria-label={t('start')}>
      <label className={styles.all}>
        <input
          type="checkbox"
          aria-label={t('selectAll')}
          checked={extent === 'all'}
          ref={(box) => {
            if (box) box.indeterminate = extent === 'some';
          }}
          onChange={selection.toggleAll}
        />
        <b aria-live="polite">{t('selected', { count: rows.length })}</b>
      </label>
      <span className={styles.sums}>
        {rows.length >= MOST_SELECTED ? <span>{t('full', { count: MOST_SELECTED })}</span> : null}
        {sum ? <span>{t('sum', { amount: sum })}</span> : null}
        {largest && rows.length > 1 ? <span>{t('most', { amount: amountText(largest, language, 'if-any') })}</span> : null}
      </span>
      <button type="button" className={`plain finger ${styles.clear}`} onClick={selection.clear}>
        {t('clear')}
      </button>
      {lookable && rows.length > 0 ? (
        <PlainButton primary onClick={() => selection.look(true)}>
          {t('look')}
        </PlainButton>
      ) : null}
    </div>
  );
}
