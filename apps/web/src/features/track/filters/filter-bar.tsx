import { Link as LinkIcon, Plus, X } from 'lucide-react';
import { Button, Popover, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import { ExportButton } from '../../../shared/export/export-button';
import { showToast } from '../../../shared/state/toasts';
import styles from './filter-bar.module.css';
import { TrackFilters } from './track-filters';
import { useFilterNames } from '../../../shared/filter/use-filter-names';
import { useDayText } from '../../../shared/words/day-text';
import { useProcessMap, useTrackedPerson } from '../track-queries';
import { filtersOf, isOver, trackSorts, type TrackFilters as Filters, type TrackSearch } from '../track-search';
import { flatSteps } from '../processes/flat-steps';

interface BarProps {
  search: TrackSearch;
  onChange: (change: Partial<TrackSearch>) => void;
}

interface ChipProps {
  text: string;
  onRemove: () => void;
}

function FilterChip({ text, onRemove }: ChipProps) {
  const { t } = useTranslation('track');
  return (
    <button type="button" className={`plain finger ${styles.chip}`} aria-label={t('removeFilter', { name: text })} onClick={onRemove}>
      {text}
      <X size={14} aria-hidden />
    </button>
  );
}

function PersonChip({ id, onRemove }: { id: string; onRemove: () => void }) {
  const { t } = useTranslation('track');
  const words = useWords();
  const person = useTrackedPerson(id).data?.person;
  return <FilterChip text={t('chipWaits', { name: person ? words(person.name) : '…' })} onRemove={onRemove} />;
}

function StepChip({ definition, step, onRemove }: { definition: string; step: string; onRemove: () => void }) {
  const { t } = useTranslation('track');
  const words = useWords();
  const found = flatSteps(useProcessMap(definition, {}).data?.steps ?? []).find(({ id }) => id === step);
  return <FilterChip text={t('chipStep', { name: found ? words(found.title) : '…' })} onRemove={onRemove} />;
}

function Chips({ search, onChange }: BarProps) {
  const { t } = useTranslation('track');
  const { processes, units } = useFilterNames();
  const { q, definition, version, step, unit, waits, kind, amountMin, amountMax, waited, outcome, endedFrom, endedTo, again } = search;
  const dayText = useDayText();
  const nameIn = (list: { value: string; label: string }[], value: string): string =>
    list.find((each) => each.value === value)?.label ?? '…';
  const off =
    (...names: (keyof Filters)[]) =>
    () =>
      onChange(Object.fromEntries(names.map((name) => [name, undefined])));
  return (
    <>
      {q === undefined ? null : <FilterChip text={`“${q}”`} onRemove={off('q')} />}
      {definition === undefined ? null : (
        <FilterChip text={nameIn(processes, definition)} onRemove={off('definition', 'version', 'step')} />
      )}
      {version === undefined ? null : <FilterChip text={t('version', { version })} onRemove={off('version')} />}
      {definition === undefined || step === undefined ? null : <StepChip definition={definition} step={step} onRemove={off('step')} />}
      {unit === undefined ? null : <FilterChip text={nameIn(units, unit)} onRemove={off('unit')} />}
      {waits === undefined ? null : <PersonChip id={waits} onRemove={off('waits')} />}
      {kind === undefined ? null : <FilterChip text={t(`kind-${kind}`)} onRemove={off('kind')} />}
      {waited === undefined ? null : <FilterChip text={t(`waited-${waited as '24'}`)} onRemove={off('waited')} />}
      {amountMin === undefined ? null : <FilterChip text={t('chipFrom', { amount: amountMin })} onRemove={off('amountMin')} />}
      {amountMax === undefined ? null : <FilterChip text={t('chipTo', { amount: amountMax })} onRemove={off('amountMax')} />}
      {outcome === undefined ? null : <FilterChip text={t(`status-${outcome}`)} onRemove={off('outcome')} />}
      {endedFrom === undefined ? null : <FilterChip text={t('chipEndedFrom', { day: dayText(endedFrom) })} onRemove={off('endedFrom')} />}
      {endedTo === undefined ? null : <FilterChip text={t('chipEndedTo', { day: dayText(endedTo) })} onRemove={off('endedTo')} />}
      {again === undefined ? null : <FilterChip text={t('filterAgain')} onRemove={off('again')} />}
    </>
  );
}

/** What narrows the list as chips that come off, all filters behind a button, the order, and the address to pass on. */
export function FilterBar({ search, onChange }: BarProps) {
  const { t } = useTranslation('track');
  const [open, setOpen] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(window.location.href);
    showToast({ id: 'track-link', tone: 'done', text: t('linkCopied') });
  };
  return (
    <div className={styles.bar}>
      <Chips search={search} onChange={onChange} />
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomLeft"
        destroyOnHidden
        content={<TrackFilters search={search} onChange={onChange} done={() => setOpen(false)} />}
      >
        <button type="button" className={`plain finger ${styles.add}`} aria-expanded={open}>
          <Plus size={14} aria-hidden />
          {t('filter')}
        </button>
      </Popover>
      <span className={styles.space} />
      {isOver(search) ? (
        <span className={styles.hint}>{t('sortFinished')}</span>
      ) : (
        <Select
          aria-label={t('sort')}
          variant="borderless"
          popupMatchSelectWidth={false}
          value={search.sort ?? 'waiting'}
          options={trackSorts.map((sort) => ({ value: sort, label: t(`sort-${sort}`) }))}
          onChange={(sort) => onChange({ sort: sort === 'waiting' ? undefined : sort })}
        />
      )}
      <ExportButton list="track/requests" filters={{ ...filtersOf(search), sort: search.sort }} />
      <Button type="text" icon={<LinkIcon size={16} />} onClick={() => void copy()} className={styles.copy ?? ''}>
        {t('copyLink')}
      </Button>
    </div>
  );
}
