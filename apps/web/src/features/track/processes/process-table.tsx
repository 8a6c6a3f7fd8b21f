import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { useRovingFocus } from '../../../shared/keyboard/use-roving-focus';
import { RowBones } from '../../../shared/kit/waiting/skeleton';
import { EmptyState, ErrorState } from '../../../shared/kit/waiting/states';
import { minutesText } from '../minutes-text';
import list from '../list/track-list.module.css';
import styles from './process-map.module.css';
import { useTrackedProcesses } from '../track-queries';
import type { TrackSearch } from '../track-search';
import { UnitChoice } from '../../../shared/filter/unit-choice';

interface ProcessTableProps {
  search: TrackSearch;
  onChange: (change: Partial<TrackSearch>) => void;
}

/** Processes with requests in progress; each leads to its map. */
export function ProcessTable({ search, onChange }: ProcessTableProps) {
  const { t } = useTranslation('track');
  const words = useWords();
  const language = useLanguage();
  const { data, error, refetch } = useTrackedProcesses(search);
  const roving = useRovingFocus<HTMLTableSectionElement>();
  if (!data) return error ? <ErrorState error={error} retry={() => void refetch()} /> : <RowBones rows={6} />;
  return (
    <>
      <header className={styles.head}>
        <h2>{t('processes')}</h2>
        <span className={styles.hint}>{t('processesHint')}</span>
        <span className={styles.space} />
        <UnitChoice value={search.unit} onValue={(unit) => onChange({ unit })} />
      </header>
      {data.items.length === 0 ? (
        <EmptyState title={t('emptyAll')} hint={t('emptyAllHint')} />
      ) : (
        <div className={`card ${list.frame}`}>
          <table className={`${list.table} ${styles.counts}`} aria-label={t('processes')}>
            <thead>
              <tr>
                <th scope="col">{t('colProcess')}</th>
                <th scope="col">{t('countUnderWay')}</th>
                <th scope="col">{t('countOverdue')}</th>
                <th scope="col">{t('countStuck')}</th>
                <th scope="col">{t('colLongest')}</th>
              </tr>
            </thead>
            <tbody {...roving}>
              {data.items.map(({ key, title, underWay, overdue, stuck, longestMinutes }) => (
                <tr key={key} data-process={key} data-roving>
                  <td>
                    <Link to="/track" search={{ show: 'processes', definition: key, unit: search.unit }} className={`${list.title} finger`}>
                      {words(title)}
                    </Link>
                  </td>
                  <td>{underWay}</td>
                  <td data-stuck={overdue > 0}>{overdue}</td>
                  <td data-stuck={stuck > 0}>{stuck}</td>
                  <td>{longestMinutes === null ? '—' : minutesText(longestMinutes, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
