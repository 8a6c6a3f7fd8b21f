import { useNavigate, useSearch } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../shared/export/export-button';
import { TextFilter } from '../../shared/filter/text-filter';
import { UnitChoice } from '../../shared/filter/unit-choice';
import { PhoneTop } from '../../shared/kit/phone-top';
import { useSayWhere } from '../../shared/state/crumbs';
import { useViewport } from '../../shared/state/viewport';
import styles from './people-page.module.css';
import { useVacancies } from './people-query';
import type { PeopleSearch } from './people-search';
import { PersonPanel } from './person-panel';
import { PostRows } from './post-rows';
import { UnitTree } from './unit-tree';
import { VacancyList } from './vacancy-list';

interface PeopleProps {
  search: PeopleSearch;
  onChange: (change: Partial<PeopleSearch>) => void;
}

/** Narrows the list to posts without a holder, and says how many there are. */
function VacantOnly({ search, onChange }: PeopleProps) {
  const { t } = useTranslation('people');
  const vacant = useVacancies(search).data?.pages[0]?.vacant;
  const on = search.vacant === '1';
  return (
    <button
      type="button"
      className={`plain finger ${styles.pill}`}
      data-some={(vacant ?? 0) > 0}
      aria-pressed={on}
      onClick={() => onChange({ vacant: on ? undefined : '1', person: undefined })}
    >
      {vacant === undefined ? t('vacantOnlyAny') : t('vacantOnly', { count: vacant })}
    </button>
  );
}

/** The company by units and posts: who is where and until when, and of one person what waits for them and whom they stand in for. */
export function PeoplePage() {
  const { t } = useTranslation('people');
  const search = useSearch({ from: '/framed/people' });
  const navigate = useNavigate({ from: '/people' });
  const viewport = useViewport();
  useSayWhere([{ text: t('title') }, { text: t('people') }]);
  const onChange = (change: Partial<PeopleSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const { q, unit, vacant, person } = search;
  const alone = person !== undefined && viewport !== 'wide';
  return (
    <div className={styles.page} data-open={person !== undefined}>
      {viewport === 'phone' ? <PhoneTop title={t('people')} /> : null}
      {viewport === 'wide' ? <UnitTree chosen={unit} onChoose={(chosen) => onChange({ unit: chosen })} /> : null}
      {alone ? null : (
        <div className={styles.column}>
          <header className={styles.head}>
            {viewport === 'phone' ? null : <h1>{t('people')}</h1>}
            <span className={styles.space} />
            <ExportButton list={vacant === '1' ? 'vacancies' : 'organisation/posts'} filters={{ q, unit }} />
          </header>
          <div className={styles.filters}>
            <TextFilter
              aria-label={t('search')}
              placeholder={t('searchHint')}
              prefix={<Search size={16} aria-hidden />}
              value={q}
              maxLength={200}
              onValue={(words) => onChange({ q: words })}
            />
            {viewport === 'wide' ? null : <UnitChoice label={t('colUnit')} value={unit} onValue={(chosen) => onChange({ unit: chosen })} />}
            <VacantOnly search={search} onChange={onChange} />
          </div>
          {vacant === '1' ? <VacancyList search={search} /> : <PostRows search={search} onChange={onChange} />}
        </div>
      )}
      {person === undefined ? null : <PersonPanel key={person} id={person} onClose={() => onChange({ person: undefined })} />}
    </div>
  );
}
