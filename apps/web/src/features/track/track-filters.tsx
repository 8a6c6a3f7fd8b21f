import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountFilter } from '../../shared/filter/amount-filter';
import { ChoiceFilter, ProcessFilter, UnitFilter } from '../../shared/filter/choice-filter';
import { FilterForm } from '../../shared/filter/filter-form';
import { TextFilter } from '../../shared/filter/text-filter';
import { PersonPicker } from '../../shared/form/person-picker';
import { oneOf } from '../../shared/state/address-words';
import { useProcessMap, useSavedViews } from './track-queries';
import { filtersOf, noFilters, standingKinds, waitedHours, type TrackSearch } from './track-search';

interface FormProps {
  search: TrackSearch;
  onChange: (change: Partial<TrackSearch>) => void;
}

function VersionFilter({ search, onChange, definition }: FormProps & { definition: string }) {
  const { t } = useTranslation('track');
  const versions = useProcessMap(definition, {}).data?.versions ?? [];
  return (
    <ChoiceFilter
      label={t('filterVersion')}
      any={t('filterAnyVersion')}
      value={search.version}
      options={versions.map(({ version }) => ({ value: String(version), label: t('version', { version }) }))}
      onValue={(version) => onChange({ version, step: undefined })}
    />
  );
}

function WaitingFilters({ search, onChange }: FormProps) {
  const { t } = useTranslation('track');
  const any = useTranslation('filter').t('any');
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
      <ChoiceFilter
        label={t('filterKind')}
        any={any}
        value={search.kind}
        options={standingKinds.map((kind) => ({ value: kind, label: t(`kind-${kind}`) }))}
        onValue={(kind) => onChange({ kind: oneOf(standingKinds, kind) })}
      />
      <ChoiceFilter
        label={t('filterWaited')}
        any={any}
        value={search.waited}
        options={waitedHours.map((hours) => ({ value: hours, label: t(`waited-${hours}`) }))}
        onValue={(waited) => onChange({ waited })}
      />
    </>
  );
}

/** All filters of the list. */
export function TrackFilters({ search, onChange, done }: FormProps & { done: () => void }) {
  const { t } = useTranslation('track');
  const words = useTranslation('filter').t('words');
  const id = useId();
  const { keep } = useSavedViews();
  const { definition } = search;
  return (
    <FilterForm filters={filtersOf(search)} keeper={{ keep, label: t('viewName') }} onClear={() => onChange(noFilters)} done={done}>
      <label htmlFor={id}>{words}</label>
      <TextFilter id={id} value={search.q} placeholder={t('filterWordsHint')} onValue={(q) => onChange({ q })} />
      <ProcessFilter value={definition} onValue={(chosen) => onChange({ definition: chosen, version: undefined, step: undefined })} />
      {definition === undefined ? null : <VersionFilter search={search} onChange={onChange} definition={definition} />}
      <UnitFilter value={search.unit} onValue={(unit) => onChange({ unit })} />
      {search.view === 'finished' ? null : <WaitingFilters search={search} onChange={onChange} />}
      <AmountFilter search={search} onChange={onChange} />
    </FilterForm>
  );
}
