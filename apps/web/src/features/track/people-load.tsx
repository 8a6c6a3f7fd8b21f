import { Link } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../shared/export/export-button';
import { UnitChoice } from '../../shared/filter/unit-choice';
import { countText } from '../../shared/format/count-text';
import { useLanguage, useWords } from '../../shared/i18n/use-language';
import { useRovingFocus } from '../../shared/keyboard/use-roving-focus';
import { Avatar } from '../../shared/kit/avatar';
import { Chip } from '../../shared/kit/chip';
import { PagedRows } from '../../shared/kit/waiting/paged-rows';
import { EmptyState } from '../../shared/kit/waiting/states';
import { minutesText } from './minutes-text';
import styles from './people-load.module.css';
import { usePeopleLoad, type PersonLoad } from './track-queries';
import list from './list/track-list.module.css';
import { loadSorts, type TrackSearch } from './track-search';

interface PeopleLoadProps {
  search: TrackSearch;
  onChange: (change: Partial<TrackSearch>) => void;
  cards: boolean;
}

const AGES = ['day', 'days', 'week', 'old'] as const;

/** What waits for them as one bar beside those of the others: the longer something has waited, the stronger its part. */
function AgesBar({ ages, most }: { ages: number[]; most: number }) {
  const { t } = useTranslation('track');
  const told = AGES.flatMap((age, at) => ((ages[at] ?? 0) > 0 ? [`${t(`age-${age}`)} ${ages[at]}`] : []));
  return (
    <span className={styles.bar} role="img" aria-label={told.join(t('joiner'))} title={told.join(t('joiner'))}>
      {AGES.map((age, at) => (
        <i key={age} data-age={age} style={{ width: `${(100 * (ages[at] ?? 0)) / most}%` }} />
      ))}
    </span>
  );
}

function Legend() {
  const { t } = useTranslation('track');
  return (
    <span className={styles.legend}>
      {AGES.map((age) => (
        <span key={age}>
          <i data-age={age} aria-hidden />
          {t(`age-${age}`)}
        </span>
      ))}
    </span>
  );
}

function Who({ load: { person, away } }: { load: PersonLoad }) {
  const { t } = useTranslation('track');
  const words = useWords();
  return (
    <span className={styles.who}>
      <Avatar person={person} />
      <span>
        <b>{words(person.name)}</b> {away ? <Chip tone="amber">{t('personAway')}</Chip> : null}
        <span className={list.faint}>{[person.title, person.unit].flatMap((part) => (part ? [words(part)] : [])).join(' · ')}</span>
      </span>
    </span>
  );
}

function LoadTable({ rows, search, most }: { rows: PersonLoad[]; search: TrackSearch; most: number }) {
  const { t } = useTranslation('track');
  const language = useLanguage();
  const roving = useRovingFocus<HTMLTableSectionElement>();
  return (
    <div className={`card ${list.frame}`}>
      <table className={`${list.table} ${styles.table}`} aria-label={t('show-people')}>
        <thead>
          <tr>
            <th scope="col">{t('colPerson')}</th>
            <th scope="col">{t('colWaiting')}</th>
            <th scope="col">{t('colAges')}</th>
            <th scope="col">{t('countOverdue')}</th>
            <th scope="col">{t('colLongest')}</th>
          </tr>
        </thead>
        <tbody {...roving}>
          {rows.map((load) => (
            <tr key={load.person.id} data-person={load.person.id} data-roving>
              <td>
                <Link
                  to="/track"
                  search={{ waits: load.person.id, definition: search.definition, unit: search.unit }}
                  className={list.title}
                >
                  <Who load={load} />
                </Link>
              </td>
              <td>{countText(load.waiting)}</td>
              <td>
                <AgesBar ages={load.ages} most={most} />
              </td>
              <td data-stuck={load.overdue > 0}>{countText(load.overdue)}</td>
              <td>{minutesText(load.longestMinutes, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LoadCards({ rows, search, most }: { rows: PersonLoad[]; search: TrackSearch; most: number }) {
  const { t } = useTranslation('track');
  const language = useLanguage();
  const roving = useRovingFocus<HTMLUListElement>();
  return (
    <ul className={list.cards} aria-label={t('show-people')} {...roving}>
      {rows.map((load) => (
        <li key={load.person.id} className={list.card} data-roving>
          <Link
            to="/track"
            search={{ waits: load.person.id, definition: search.definition, unit: search.unit }}
            className={list.press}
            data-person={load.person.id}
          >
            <span className={list.line}>
              <Who load={load} />
              <span className={styles.figure}>{countText(load.waiting)}</span>
            </span>
            <AgesBar ages={load.ages} most={most} />
            <span className={list.line}>
              <span className={list.faint}>{`${t('colLongest')} ${minutesText(load.longestMinutes, language)}`}</span>
              {load.overdue > 0 ? <Chip tone="cinnabar">{t('mapOverdue', { count: load.overdue })}</Chip> : null}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Everybody for whom something waits: how much, how old it is, what is overdue; each leads to what waits for them. */
export function PeopleLoad({ search, onChange, cards }: PeopleLoadProps) {
  const { t } = useTranslation('track');
  const Rows = cards ? LoadCards : LoadTable;
  return (
    <>
      <header className={styles.head}>
        <h2>{t('people')}</h2>
        <Legend />
        <span className={styles.space} />
        <UnitChoice value={search.unit} onValue={(unit) => onChange({ unit })} />
        <Select
          aria-label={t('sort')}
          variant="borderless"
          popupMatchSelectWidth={false}
          value={search.load ?? 'overdue'}
          options={loadSorts.map((sort) => ({ value: sort, label: t(`load-${sort}`) }))}
          onChange={(sort) => onChange({ load: sort === 'overdue' ? undefined : sort })}
        />
        <ExportButton list="track/people" filters={{ definition: search.definition, unit: search.unit, sort: search.load }} />
      </header>
      <PagedRows query={usePeopleLoad(search)} bones={8} empty={<EmptyState title={t('peopleNone')} hint={t('emptyAllHint')} />}>
        {(rows) => <Rows rows={rows} search={search} most={Math.max(...rows.map(({ waiting }) => waiting))} />}
      </PagedRows>
    </>
  );
}
