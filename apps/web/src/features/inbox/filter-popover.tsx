import { Button, Checkbox, Input, Popover, Select, type InputProps } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFilterNames } from '../../shared/form/use-filter-names';
import { useSettled } from '../../shared/state/use-settled';
import { Controls } from '../../shared/kit/controls';
import { KeepFilters } from '../../shared/kit/keep-filters-popover';
import type { OpensFromButton } from '../../shared/kit/late-control';
import { useViewport } from '../../shared/state/viewport';
import styles from './filter-form.module.css';
import { amountOf, dueGroups, filtersOf, filtersOn, noFilters, type InboxSearch } from './inbox-search';
import { PhoneFilters } from './phone-filters-popover';
import { useSavedFilterChanges } from './saved-filters';

interface FilterProps {
  search: InboxSearch;
  onChange: (change: Partial<InboxSearch>) => void;
}

const orNothing = (text: string | undefined): string | undefined => (text === undefined || text.trim() === '' ? undefined : text);

/** A text that counts once it stands still, or at once on Enter and when it is left. */
function TextFilter({
  value,
  onValue,
  ...input
}: { value: string | undefined; onValue: (value: string | undefined) => void } & InputProps) {
  const [text, setText] = useState(value ?? '');
  const settled = useSettled(text, 400);
  const latest = useRef(onValue);
  useEffect(() => {
    latest.current = onValue;
  });
  useEffect(() => {
    if (settled !== (value ?? '')) latest.current(orNothing(settled));
    // What stands in the address follows what is typed, not the other way round.
  }, [settled]);
  return <Input {...input} value={text} onChange={(event) => setText(event.target.value)} onPressEnter={() => onValue(orNothing(text))} />;
}

/** From and to; what is no amount stays in its field, marked, and does not filter. */
function AmountFilter({ search, onChange, id }: FilterProps & { id: string }) {
  const { t } = useTranslation('inbox');
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const write = (name: 'amountMin' | 'amountMax') => (text: string | undefined) => {
    const bad = text !== undefined && amountOf(text) === undefined;
    setWrong((all) => [...all.filter((other) => other !== name), ...(bad ? [name] : [])]);
    onChange({ [name]: bad ? undefined : text });
  };
  return (
    <>
      <div className={styles.pair}>
        {(['amountMin', 'amountMax'] as const).map((name) => (
          <TextFilter
            key={name}
            {...(name === 'amountMin' ? { id: `${id}-a` } : { 'aria-label': t('filterAmountMax') })}
            prefix="¥"
            inputMode="decimal"
            placeholder={t(name === 'amountMin' ? 'filterFrom' : 'filterTo')}
            {...(wrong.includes(name) ? { status: 'error' as const, 'aria-invalid': true } : {})}
            value={search[name]}
            onValue={write(name)}
          />
        ))}
      </div>
      {wrong.length > 0 ? (
        <p role="alert" className={styles.problem}>
          {t('filterAmountWrong')}
        </p>
      ) : null}
    </>
  );
}

function Choices({ search, onChange, id }: FilterProps & { id: string }) {
  const { t } = useTranslation('inbox');
  const { processes, units } = useFilterNames();
  const select = { allowClear: true, showSearch: { optionFilterProp: 'label' } } as const;
  const due = dueGroups.map((group) => ({ value: group, label: t(`group-${group}`) }));
  return (
    <>
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
      {(search.tab ?? 'todo') === 'todo' ? (
        <>
          <label htmlFor={`${id}-d`}>{t('filterDue')}</label>
          <Select
            id={`${id}-d`}
            allowClear
            value={search.due}
            options={due}
            placeholder={t('filterAnyDue')}
            onChange={(value?: InboxSearch['due']) => onChange({ due: value })}
          />
        </>
      ) : null}
    </>
  );
}

function FilterForm({ search, onChange, done }: FilterProps & { done: () => void }) {
  const { t } = useTranslation('inbox');
  const phone = useViewport() === 'phone';
  const id = useId();
  const { keep } = useSavedFilterChanges();
  const clear = (): void => {
    onChange(noFilters);
    done();
  };
  const tick = (name: 'resubmitted' | 'overPlan') => (
    <Checkbox checked={search[name] === 'true'} onChange={(event) => onChange({ [name]: event.target.checked ? 'true' : undefined })}>
      {t(name === 'resubmitted' ? 'filterResubmitted' : 'filterOverPlanOnly')}
    </Checkbox>
  );
  return (
    <div className={styles.form}>
      {phone ? <PhoneFilters search={search} onChange={onChange} done={done} /> : null}
      <label htmlFor={`${id}-q`}>{t('filterWords')}</label>
      <TextFilter id={`${id}-q`} value={search.q} placeholder={t('filterWordsHint')} onValue={(q) => onChange({ q })} />
      <Choices search={search} onChange={onChange} id={id} />
      <label htmlFor={`${id}-a`}>{t('filterAmount')}</label>
      <AmountFilter search={search} onChange={onChange} id={id} />
      {tick('overPlan')}
      {tick('resubmitted')}
      <KeepFilters
        filters={filtersOf(search)}
        keep={keep}
        words={{ name: t('filterName'), hint: t('filterNameHint'), save: t('filterSave') }}
        done={done}
      />
      <div className={styles.end}>
        <Button type="text" onClick={clear} disabled={filtersOn(search) === 0}>
          {t('filterClear')}
        </Button>
        <Button type="primary" onClick={done}>
          {t('filterApply')}
        </Button>
      </div>
    </div>
  );
}

/** The filters in a window under their button. */
export function FilterPopover({ search, onChange, children, open, onOpenChange }: FilterProps & OpensFromButton) {
  return (
    <Controls>
      <Popover
        open={open}
        onOpenChange={onOpenChange}
        trigger="click"
        placement="bottomRight"
        destroyOnHidden
        content={<FilterForm search={search} onChange={onChange} done={() => onOpenChange(false)} />}
      >
        {children}
      </Popover>
    </Controls>
  );
}
