import { useNavigate, useSearch } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../shared/export/export-button';
import { TextFilter } from '../../shared/filter/text-filter';
import { UnitChoice } from '../../shared/filter/unit-choice';
import { useWords } from '../../shared/i18n/use-language';
import { useRovingFocus } from '../../shared/keyboard/use-roving-focus';
import { Avatar } from '../../shared/kit/avatar';
import { PagedRows } from '../../shared/kit/waiting/paged-rows';
import { PhoneTop } from '../../shared/kit/phone-top';
import { EmptyState } from '../../shared/kit/waiting/states';
import { useSayWhere } from '../../shared/state/crumbs';
import { useViewport } from '../../shared/state/viewport';
import styles from './people-page.module.css';
import { usePeople, useVacancies } from './people-query';
import type { PeopleSearch } from './people-search';
import { PersonPanel } from './person-panel';
import { VacancyList } from './vacancy-list';

interface PeopleProps {
  search: PeopleSearch;
  onChange: (change: Partial<PeopleSearch>) => void;
}

function Rows({ search, onChange }: PeopleProps) {
  const { t } = useTranslation('people');
  const words = useWords();
  const roving = useRovingFocus<HTMLTableSectionElement>();
  return (
    <PagedRows query={usePeople(search)} bones={8} empty={<EmptyState title={t('empty')} hint={t('emptyHint')} />}>
      {(people) => (
        <div className={`card ${styles.frame}`}>
          <table className={styles.table} aria-label={t('people')}>
            <thead>
              <tr>
                <th scope="col">{t('colPerson')}</th>
                <th scope="col">{t('colPost')}</th>
                <th scope="col">{t('colUnit')}</th>
              </tr>
            </thead>
            <tbody {...roving}>
              {people.map((person) => (
                <tr key={person.id} data-on={person.id === search.person} data-roving>
                  <td>
                    <button
                      type="button"
                      className={`plain ${styles.name}`}
                      aria-pressed={person.id === search.person}
                      onClick={() => onChange({ person: person.id })}
                    >
                      <Avatar person={person} />
                      {words(person.name)}
                    </button>
                  </td>
                  <td>{person.title ? words(person.title) : '—'}</td>
                  <td>{person.unit ? words(person.unit) : '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </PagedRows>
  );
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

/** The directory, to be read: who is where, and of one person what waits for them and whom they stand in for. */
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
      {alone ? null : (
        <div className={styles.column}>
          <header className={styles.head}>
            {viewport === 'phone' ? null : <h1>{t('people')}</h1>}
            <span className={styles.space} />
            <ExportButton list={vacant === '1' ? 'vacancies' : 'people'} filters={{ q, unit }} />
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
            <UnitChoice label={t('colUnit')} value={unit} onValue={(chosen) => onChange({ unit: chosen })} />
            <VacantOnly search={search} onChange={onChange} />
          </div>
          {vacant === '1' ? <VacancyList search={search} /> : <Rows search={search} onChange={onChange} />}
        </div>
      )}
      {person === undefined ? null : <PersonPanel key={person} id={person} onClose={() => onChange({ person: undefined })} />}
    </div>
  );
}
