import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './phone-filters.module.css';
import { inboxSorts, noFilters, sameFilters, type InboxFilters, type InboxSearch } from './inbox-search';
import { useSavedFilters } from './saved-filters';

interface PhoneProps {
  search: InboxSearch;
  onChange: (change: Partial<InboxSearch>) => void;
  done: () => void;
}

/** What a desk has beside and above its list: on a phone it stands with the filters. */
export function PhoneFilters({ search, onChange, done }: PhoneProps) {
  const { t } = useTranslation('inbox');
  const id = useId();
  const filters = useSavedFilters();
  const todo = (search.tab ?? 'todo') === 'todo';
  const show = (wanted: InboxFilters): void => {
    onChange({ ...noFilters, ...wanted, tab: undefined });
    done();
  };
  return (
    <>
      {filters.length > 0 ? (
        <>
          <span id={`${id}-s`}>{t('savedFilters')}</span>
          <div role="group" aria-labelledby={`${id}-s`} className={styles.saved}>
            {filters.map(({ saved, count }) => (
              <button
                key={saved.id}
                type="button"
                className="plain finger"
                aria-pressed={todo && sameFilters(saved.filters, search)}
                onClick={() => show(saved.filters)}
              >
                {saved.word ? t(saved.word) : saved.name}
                {count === null || count === '0' ? null : <b>{count}</b>}
              </button>
            ))}
          </div>
        </>
      ) : null}
      {todo ? (
        <>
          <label htmlFor={`${id}-o`}>{t('sort')}</label>
          <Select
            id={`${id}-o`}
            value={search.sort ?? 'due'}
            options={inboxSorts.map((value) => ({ value, label: t(`sort-${value}`) }))}
            onChange={(sort) => onChange({ sort: sort === 'due' ? undefined : sort })}
          />
        </>
      ) : null}
    </>
  );
}
