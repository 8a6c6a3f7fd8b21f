import { Checkbox } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DayFilter } from '../../../shared/filter/day-filter';
import { TextFilter } from '../../../shared/filter/text-filter';
import { PersonPicker } from '../../../shared/form/person-picker';
import styles from './record.module.css';
import type { RecordSearch } from './record-search';

interface FiltersProps {
  search: RecordSearch;
  onChange: (change: Partial<RecordSearch>) => void;
}

/** Which entries are listed: of one request, by one person, within days, with what the system did. */
export function RecordFilters({ search, onChange }: FiltersProps) {
  const { t } = useTranslation('record');
  const ids = { number: useId(), person: useId(), personLabel: useId() };
  return (
    <search className={styles.filters} aria-label={t('filters')}>
      <div>
        <label htmlFor={ids.number}>{t('number')}</label>
        <TextFilter id={ids.number} value={search.number} placeholder={t('numberHint')} onValue={(number) => onChange({ number })} />
      </div>
      <div>
        <label htmlFor={ids.person} id={ids.personLabel}>
          {t('who')}
        </label>
        <PersonPicker
          id={ids.person}
          labelId={ids.personLabel}
          value={search.person ?? null}
          onChange={(person) => onChange({ person: person ?? undefined })}
        />
      </div>
      <div>
        <DayFilter label={t('from')} value={search.from} onValue={(from) => onChange({ from })} />
      </div>
      <div>
        <DayFilter label={t('to')} value={search.to} onValue={(to) => onChange({ to })} />
      </div>
      <Checkbox checked={search.by === 'everybody'} onChange={({ target }) => onChange({ by: target.checked ? 'everybody' : undefined })}>
        {t('withSystem')}
      </Checkbox>
    </search>
  );
}
