import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/use-language';
import styles from './counts-strip.module.css';
import { minutesText } from './minutes-text';
import { useTrackCounts } from './track-queries';
import type { TrackFilters } from './track-search';
import { countText } from '../../shared/format/count-text';

/** How requests stand, in six numbers. */
export function CountsStrip({ filters }: { filters: TrackFilters }) {
  const { t } = useTranslation('track');
  const language = useLanguage();
  const counts = useTrackCounts(filters);
  const told = (value: number | undefined): string => (value === undefined ? '–' : countText(value));
  const median = counts?.medianMinutes ?? null;
  const cells = [
    { key: 'underWay', label: t('countUnderWay'), value: told(counts?.underWay), hot: false },
    { key: 'waiting', label: t('countWaiting'), value: told(counts?.waiting), hot: false },
    { key: 'overdue', label: t('countOverdue'), value: told(counts?.overdue), hot: (counts?.overdue ?? 0) > 0 },
    { key: 'stuck', label: t('countStuck'), value: told(counts?.stuck), hot: (counts?.stuck ?? 0) > 0 },
    { key: 'finished', label: t('countFinished'), value: told(counts?.finished), hot: false },
    { key: 'median', label: t('countMedian'), value: median === null ? '–' : minutesText(median, language), hot: false },
  ];
  return (
    <dl className={styles.strip}>
      {cells.map(({ key, label, value, hot }) => (
        <div key={key} data-count={key}>
          <dt>{label}</dt>
          <dd data-hot={hot}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
