import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StuckRow } from '../list/stuck-rows';
import styles from './bulk.module.css';
import { BulkCheck } from './bulk-check';
import { BulkResults } from './bulk-results';
import { useBulkRun } from './bulk-run';

export interface BulkPanelProps {
  rows: readonly StuckRow[];
  /** Nothing is selected any more. */
  onClear: () => void;
  /** Back to the list, with everything selected as it is. */
  onBack: () => void;
  onOpen: (requestId: string) => void;
}

/** Deciding many at once: first each is looked over, then all are decided one by one, then the results stay until they are closed. */
export function BulkPanel({ rows, onClear, onBack, onOpen }: BulkPanelProps) {
  const { t } = useTranslation('bulk');
  const run = useBulkRun();
  return (
    <section className={styles.panel} aria-label={t('title')}>
      <div className={styles.top}>
        <span>{t('title')}</span>
        <span className={styles.hint}>{run ? '' : t('subtitle')}</span>
        {run ? null : (
          <button type="button" className={`plain finger ${styles.close}`} aria-label={t('close')} onClick={onBack}>
            <X size={18} aria-hidden />
          </button>
        )}
      </div>
      {run ? <BulkResults run={run} onClose={onClear} onOpen={onOpen} /> : <BulkCheck rows={rows} onCancel={onClear} onOpen={onOpen} />}
    </section>
  );
}
