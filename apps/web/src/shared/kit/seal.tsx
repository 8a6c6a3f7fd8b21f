import type { Outcome } from '@countersign/domain';
import { useTranslation } from 'react-i18next';
import styles from './seal.module.css';

/** The mark of the product: two overlapping squares, the front one signed. */
export function Seal({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden className={styles.seal}>
      <rect x="2" y="2" width="14" height="14" rx="2" stroke="currentColor" strokeWidth="2" />
      <rect x="7" y="7" width="16" height="16" rx="2.5" className={styles.gap} />
      <rect x="8" y="8" width="14" height="14" rx="2" fill="currentColor" />
      <path d="m11.6 15.2 2.4 2.4 4.6-4.8" className={styles.sign} strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

/** The stamp on a finished request and on the printed sheet. */
export function Stamp({ outcome, size = 'page' }: { outcome: Outcome; size?: 'page' | 'sheet' | 'small' }) {
  const { t } = useTranslation('kit');
  return (
    <span className={`${styles.stamp} ${styles[size]}`} role="img" aria-label={t(`stamp-${outcome}`)}>
      <span aria-hidden>{t(`stamp-${outcome}`)}</span>
    </span>
  );
}
