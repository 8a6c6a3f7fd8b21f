import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonPicker } from '../../shared/form/person-picker';
import { useFilterNames } from '../../shared/form/use-filter-names';
import { KeepFilters } from '../../shared/kit/keep-filters-popover';
import styles from './filter-form.module.css';
import { useProcessMap, useSavedViews } from './track-queries';
import { filtersOf, noFilters, standingKinds, trackSearch, waitedHours, type TrackFilters, type TrackSearch } from './track-search';

interface FormProps {
  search: TrackSearch;
  onChange: (change: Partial<TrackSearch>) => void;
  done: () => void;
}

interface ChoiceProps {
  label: string;
  any: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  onValue: (value: string | undefined) => void;
}

function Choice({ label, any, value, options, onValue }: ChoiceProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        value={value ?? ''}
        options={[{ value: '', label: any }, ...options]}
        onChange={(chosen: string) => onValue(chosen === '' ? undefined : chosen)}
        showSearch={{ optionFilterProp: 'label' }}
      />
    </>
  );
}

function Versions({ search, onChange }: FormProps & { search: { definition: string } }) {
  const { t } = useTranslation('track');
  const versions = useProcessMap(search.definition, {}).data?.versions ?? [];
  return (
    <Choice
      label={t('filterVersion')}
      any={t('filterAnyVersion')}
      value={search.version}
      options={versions.map(({ version }) => ({ value: String(version), label: t('version', { version }) }))}
      onValue={(version) => onChange({ version, step: undefined })}
    />
  );
}

/** What is typed counts when its field is left, or on Enter; what is no amount does not filter. */
function Typed({
  label,
  hint,
  value,
  onValue,
}: {
  label: string;
  hint: string;
  value: string | undefined;
  onValue: (text: string | undefined) => void;
}) {
  const id = useId();
  const [text, setText] = useState(value ?? '');
  const write = (): void => {
    const next = text.trim() === '' ? undefined : text.trim();
    if (next !== value) onValue(next);
  };
  return (
    <div className={styles.typed}>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        value={text}
        placeholder={hint}
        onChange={(event) => setText(event.target.value)}
        onBlur={write}
        onPressEnter={write}
      />
    </div>
  );
}

/** Whatever the address does not understand does not get into it. */
const understood = (change: Partial<TrackFilters>): Partial<TrackFilters> => {
  const read = trackSearch({ definition: 'any', ...change });
  return Object.fromEntries(Object.keys(change).map((name) => [name, read[name as keyof TrackFilters]]));
};

function Waiting({ search, onChange }: FormProps) {
  const { t } = useTranslation('track');
  const ids = { waits: useId(), waitsLabel: useId() };
  return (
    <>
      <label htmlFor={ids.waits} id={ids.waitsLabel}>
        {t('filterWaits')}
      </label>
      <PersonPicker
        id={ids.waits}
        labelId={ids.waitsLabel}
        value={search.waits ?? null}
        onChange={(person) => onChange({ waits: person ?? undefined })}
      />
      <Choice
        label={t('filterKind')}
        any={t('filterAnyKind')}
        value={search.kind}
        options={standingKinds.map((kind) => ({ value: kind, label: t(`kind-${kind}`) }))}
        onValue={(kind) => onChange(understood({ kind: kind as TrackSearch['kind'] }))}
      />
      <Choice
        label={t('filterWaited')}
        any={t('filterAnyWaited')}
        value={search.waited}
        options={waitedHours.map((hours) => ({ value: hours, label: t(`waited-${hours}`) }))}
        onValue={(waited) => onChange({ waited })}
      />
    </>
  );
}

/** All filters of the list. */
export function FilterForm(props: FormProps) {
  const { search, onChange, done } = props;
  const { t } = useTranslation('track');
  const { processes, units } = useFilterNames();
  const { keep } = useSavedViews();
  const { definition } = search;
  return (
    <div className={styles.form}>
      <Typed label={t('filterWords')} hint={t('filterWordsHint')} value={search.q} onValue={(q) => onChange({ q })} />
      <Choice
        label={t('filterProcess')}
        any={t('filterAnyProcess')}
        value={definition}
        options={processes}
        onValue={(chosen) => onChange({ definition: chosen, version: undefined, step: undefined })}
      />
      {definition === undefined ? null : <Versions {...props} search={{ ...search, definition }} />}
      <Choice label={t('filterUnit')} any={t('filterAnyUnit')} value={search.unit} options={units} onValue={(unit) => onChange({ unit })} />
      {search.view === 'finished' ? null : <Waiting {...props} />}
      <span className={styles.label}>{t('filterAmount')}</span>
      <div className={styles.pair}>
        <Typed
          label={t('filterFrom')}
          hint="10,000"
          value={search.amountMin}
          onValue={(amountMin) => onChange(understood({ amountMin }))}
        />
        <Typed label={t('filterTo')} hint="50,000" value={search.amountMax} onValue={(amountMax) => onChange(understood({ amountMax }))} />
      </div>
      <KeepFilters
        filters={filtersOf(search)}
        keep={keep}
        words={{ name: t('viewName'), hint: t('viewNameHint'), save: t('viewSave') }}
        done={done}
      />
      <div className={styles.end}>
        <Button type="text" onClick={() => onChange(noFilters)} disabled={Object.keys(filtersOf(search)).length === 0}>
          {t('filterClear')}
        </Button>
        <Button type="primary" onClick={done}>
          {t('filterDone')}
        </Button>
      </div>
    </div>
  );
}
