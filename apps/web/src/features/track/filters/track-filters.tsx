import { OUTCOMES } from '@countersign/domain';
import { Checkbox } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountFilter } from '../../../shared/filter/amount-filter';
import { ChoiceFilter, ProcessFilter, UnitFilter } from '../../../shared/filter/choice-filter';
import { DayFilter } from '../../../shared/filter/day-filter';
import { FilterForm } from '../../../shared/filter/filter-form';
import styles from '../../../shared/filter/filter-form.module.css';
import { TextFilter } from '../../../shared/filter/text-filter';
import { PersonPicker } from '../../../shared/form/person-picker';
import { oneOf } from '../../../shared/state/address-words';
import { useProcessMap, useSavedViews } from '../track-queries';
import { filtersOf, isOver, noFilters, standingKinds, waitedHours, type TrackSearch } from '../track-search';

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

function EndedFilters({ search, onChange }: FormProps) {
  const { t } = useTranslation(['track', 'filter']);
  const crossed = search.endedFrom !== undefined && search.endedTo !== undefined && search.endedFrom > search.endedTo;
  return (
    <>
      <ChoiceFilter
        label={t('colOutcome')}
        any={useTranslation('filter').t('any')}
        value={search.outcome}
        options={OUTCOMES.map((outcome) => ({ value: outcome, label: t(`status-${outcome}`) }))}
        onValue={(outcome) => onChange({ outcome: oneOf(OUTCOMES, outcome) })}
      />
      {search.view === 'finished' ? null : (
        <>
          <DayFilter label={t('filterEndedFrom')} value={search.endedFrom} onValue={(endedFrom) => onChange({ endedFrom })} />
          <DayFilter label={t('filterEndedTo')} value={search.endedTo} onValue={(endedTo) => onChange({ endedTo })} />
          {crossed ? (
            <p role="alert" className={styles.problem}>
              {t('filter:daysCross')}
            </p>
          ) : null}
          <Checkbox checked={search.again === 'true'} onChange={({ target }) => onChange({ again: target.checked ? 'true' : undefined })}>
            {t('filterAgain')}
          </Checkbox>
        </>
      )}
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
      {isOver(search) ? <EndedFilters search={search} onChange={onChange} /> : <WaitingFilters search={search} onChange={onChange} />}
      {search.view === 'ended' ? null : <AmountFilter search={search} onChange={onChange} />}
    </FilterForm>
  );
}
