import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Popover, Select } from 'antd';
import { ListFilter } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { DefinitionItem, UnitRef } from '../../shared/api/wire';
import { useWords } from '../../shared/i18n/use-language';
import { useViewport } from '../../shared/state/viewport';
import styles from './filter-button.module.css';
import { filtersOn } from './filter-count';
import type { InboxSearch } from './inbox-search';
import { savedFilters } from './saved-filters';

interface FilterProps {
  search: InboxSearch;
  onChange: (change: Partial<InboxSearch>) => void;
}

const orNothing = (text: string | undefined): string | undefined => (text === undefined || text.trim() === '' ? undefined : text);

function useChoices() {
  const words = useWords();
  const processes =
    useQuery({ queryKey: keys.definitions, queryFn: () => call<{ items: DefinitionItem[] }>('GET', '/definitions') }).data?.items ?? [];
  const units =
    useQuery({ queryKey: keys.units(''), queryFn: () => call<{ items: UnitRef[] }>('GET', '/units', { query: { limit: 100 } }) }).data
      ?.items ?? [];
  return {
    processes: processes.map((process) => ({ value: process.key, label: words(process.title) })),
    units: units.map((unit) => ({ value: unit.id, label: words(unit.name) })),
  };
}

function SaveFilter({ search, done }: { search: InboxSearch; done: () => void }) {
  const { t } = useTranslation('inbox');
  const [name, setName] = useState('');
  const { open: _open, tab: _tab, sort: _sort, ...filters } = search;
  const save = (): void => {
    if (name.trim() === '') return;
    savedFilters.set((all) => [...all, { id: `${Date.now()}`, name: name.trim(), word: null, filters }]);
    done();
  };
  return (
    <div className={styles.save}>
      <Input
        value={name}
        maxLength={20}
        aria-label={t('filterName')}
        placeholder={t('filterNameHint')}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={save}
      />
      <Button onClick={save} disabled={name.trim() === '' || filtersOn(search) === 0}>
        {t('filterSave')}
      </Button>
    </div>
  );
}

function FilterForm({ search, onChange, done }: FilterProps & { done: () => void }) {
  const { t } = useTranslation('inbox');
  const id = useId();
  const { processes, units } = useChoices();
  const clear = { q: undefined, definition: undefined, amountMin: undefined, unit: undefined, resubmitted: undefined };
  const select = { allowClear: true, showSearch: { optionFilterProp: 'label' } } as const;
  return (
    <div className={styles.form}>
      <label htmlFor={`${id}-q`}>{t('filterWords')}</label>
      <Input
        id={`${id}-q`}
        defaultValue={search.q}
        placeholder={t('filterWordsHint')}
        onChange={(event) => onChange({ q: orNothing(event.target.value) })}
      />
      <label htmlFor={`${id}-p`}>{t('filterProcess')}</label>
      <Select
        id={`${id}-p`}
        {...select}
        value={search.definition}
        options={processes}
        placeholder={t('filterAnyProcess')}
        onChange={(value) => onChange({ definition: orNothing(value) })}
      />
      <label htmlFor={`${id}-u`}>{t('filterUnit')}</label>
      <Select
        id={`${id}-u`}
        {...select}
        value={search.unit}
        options={units}
        placeholder={t('filterAnyUnit')}
        onChange={(value) => onChange({ unit: orNothing(value) })}
      />
      <label htmlFor={`${id}-a`}>{t('filterAmount')}</label>
      <Input
        id={`${id}-a`}
        prefix="¥"
        inputMode="decimal"
        defaultValue={search.amountMin}
        onChange={(event) => onChange({ amountMin: orNothing(event.target.value.replace(/[,，\s]/g, '')) })}
      />
      <Checkbox
        checked={search.resubmitted === 'true'}
        onChange={(event) => onChange({ resubmitted: event.target.checked ? 'true' : undefined })}
      >
        {t('filterResubmitted')}
      </Checkbox>
      <SaveFilter search={search} done={done} />
      <div className={styles.end}>
        <Button type="text" onClick={() => onChange(clear)} disabled={filtersOn(search) === 0}>
          {t('filterClear')}
        </Button>
        <Button type="primary" onClick={done}>
          {t('filterApply')}
        </Button>
      </div>
    </div>
  );
}

/** Opens the filters; they act at once and stand in the address. */
export function FilterButton({ search, onChange }: FilterProps) {
  const { t } = useTranslation('inbox');
  const [open, setOpen] = useState(false);
  const phone = useViewport() === 'phone';
  const on = filtersOn(search);
  const label = on > 0 ? t('filterOn', { count: on }) : t('filter');
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={<FilterForm search={search} onChange={onChange} done={() => setOpen(false)} />}
    >
      <button type="button" className={`plain ${styles.button}`} aria-label={label} aria-expanded={open} data-on={on > 0}>
        <ListFilter size={phone ? 20 : 18} aria-hidden />
        {phone ? null : label}
      </button>
    </Popover>
  );
}
