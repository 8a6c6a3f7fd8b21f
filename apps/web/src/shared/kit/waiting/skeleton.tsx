import { useTranslation } from 'react-i18next';
import styles from './skeleton.module.css';
import { StillWaiting } from './still-waiting';

/** A grey bar where words will be. */
export function Bone({ width = '100%', height = 14 }: { width?: number | string; height?: number }) {
  return <span className={styles.bone} style={{ width, height }} aria-hidden />;
}

/** Rows of a list before they are known. */
export function RowBones({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation('frame');
  return (
    <div role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={styles.row}>
          <Bone width={`${62 - (index % 3) * 11}%`} />
          <Bone width={`${38 + (index % 4) * 6}%`} height={10} />
        </div>
      ))}
      <StillWaiting />
    </div>
  );
}

/** Lines of a history before they are known. */
export function LineBones({ lines = 4 }: { lines?: number }) {
  const { t } = useTranslation('frame');
  return (
    <div role="status" aria-label={t('loading')} className={styles.lines}>
      {Array.from({ length: lines }, (_, index) => (
        <Bone key={index} width={`${56 - (index % 3) * 9}%`} />
      ))}
      <StillWaiting />
    </div>
  );
}

/** A page before it is known: a sentence, a card, some lines. */
export function PageBones() {
  const { t } = useTranslation('frame');
  return (
    <div role="status" aria-label={t('loading')} className={styles.page}>
      <Bone width="72%" height={22} />
      <Bone width="34%" height={12} />
      <span className={styles.card} aria-hidden />
      <Bone width="58%" />
      <Bone width="46%" />
      <Bone width="52%" />
      <StillWaiting />
    </div>
  );
}

/** A request before it is known: its bar, and the page under it. */
export function PanelBones() {
  return (
    <div>
      <div className={styles.bar} />
      <PageBones />
    </div>
  );
}
