import { ownValue } from '@countersign/domain';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../shared/kit/moment';
import { ageOf } from './age';
import styles from './bars.module.css';
import type { TrackRow } from '../track-queries';

/** Working time in words. */
export function useWorkedText(): (minutes: number) => string {
  const { t } = useTranslation('track');
  return (minutes) =>
    minutes < 60 ? t('spanMinutes', { count: Math.round(minutes) }) : t('spanWorking', { hours: (minutes / 60).toFixed(1) });
}

/** How long it has waited in working time, with a tick at its limit. */
export function AgeBar({ row }: { row: TrackRow }) {
  const workedText = useWorkedText();
  const { workedMinutes, limitMinutes, dueAt } = row;
  const overdue = dueAt !== null && Date.parse(dueAt) < useNow().getTime();
  const { minutes, within, beyond, limit } = ageOf({ workedMinutes: workedMinutes ?? 0, limitMinutes }, overdue);
  return (
    <span className={styles.age} data-late={beyond > 0}>
      <span className={styles.bar} aria-hidden>
        <i className={styles.within} style={{ width: `${within}%` }} />
        {beyond > 0 ? <i className={styles.beyond} style={{ left: `${within}%`, width: `${beyond}%` }} /> : null}
        {limit === null ? null : <i className={styles.limit} style={{ left: `${limit}%` }} />}
      </span>
      <span className={styles.span}>{workedText(minutes)}</span>
    </span>
  );
}

const PARTS: Record<string, string> = { p: 'past', n: 'now', l: 'late', s: 'late', a: 'ahead' };

/** The steps of its way as a row of pieces. */
export function WayBar({ way }: { way: string }) {
  const { t } = useTranslation('track');
  if (way === '') return null;
  return (
    <span
      className={styles.way}
      role="img"
      aria-label={t('way', { all: way.length, past: [...way].filter((letter) => letter === 'p').length })}
    >
      {[...way].map((letter, at) => (
        <i key={at} data-part={ownValue(PARTS, letter)} />
      ))}
    </span>
  );
}
