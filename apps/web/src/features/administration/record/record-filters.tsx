import { Checkbox } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextFilter } from '../../../shared/filter/text-filter';
import { DayField } from '../../../shared/form';
import { PersonPicker } from '../../../shared/form/person-picker';
import { dayIn } from '../../../shared/state/address-words';
import styles from './record.module.css';
import type { RecordSearch } from './record-search';

const NOT_AHEAD = { notAfter: 'today' } as const;

interface FiltersProps {
  search: RecordSearch;
  onChange: (change: Partial<RecordSearch>) => void;
}

function Day({ label, value, onValue }: { label: string; value: string | undefined; onValue: (day: string | undefined) => void }) {
  const id = useId();
  const [typed, setTyped] = useState(value ?? null);
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <DayField
        id={id}
        value={typed}
        invalid={typed !== null && dayIn(typed) === undefined}
        takes={NOT_AHEAD}
        onChange={(day) => {
          setTyped(day);
          onValue(dayIn(day));
        }}
      />
    </div>
  );
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
      <Day label={t('from')} value={search.from} onValue={(from) => onChange({ from })} />
      <Day label={t('to')} value={search.to} onValue={(to) => onChange({ to })} />
      <Checkbox checked={search.by === 'everybody'} onChange={({ target }) => onChange({ by: target.checked ? 'everybody' : undefined })}>
        {t('withSystem')}
      </Checkbox>
    </search>
  );
}
