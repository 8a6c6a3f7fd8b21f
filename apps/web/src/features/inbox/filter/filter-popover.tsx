import { Checkbox, Popover } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountFilter } from '../../../shared/filter/amount-filter';
import { ChoiceFilter, ProcessFilter, UnitFilter } from '../../../shared/filter/choice-filter';
import { FilterForm } from '../../../shared/filter/filter-form';
import { TextFilter } from '../../../shared/filter/text-filter';
import { Controls } from '../../../shared/kit/controls/controls';
import type { OpensFromButton } from '../../../shared/kit/controls/late-control';
import { oneOf } from '../../../shared/state/address-words';
import { useViewport } from '../../../shared/state/viewport';
import { dueGroups, filtersOf, noFilters, type InboxSearch } from './inbox-search';
import { PhoneFilters } from './phone-filters-popover';
import { useSavedFilterChanges } from './saved-filters';

interface FilterProps {
  search: InboxSearch;
  onChange: (change: Partial<InboxSearch>) => void;
}

function DueFilter({ search, onChange }: FilterProps) {
  const { t } = useTranslation('inbox');
  const options = dueGroups.map((group) => ({ value: group, label: t(`group-${group}`) }));
  const label = { label: t('filterDue'), any: t('filterAnyDue') };
  return <ChoiceFilter {...label} value={search.due} options={options} onValue={(due) => onChange({ due: oneOf(dueGroups, due) })} />;
}

/** All filters of the inbox. */
function InboxFilters({ search, onChange, done }: FilterProps & { done: () => void }) {
  const { t } = useTranslation('inbox');
  const { t: words } = useTranslation('filter');
  const phone = useViewport() === 'phone';
  const id = useId();
  const { keep } = useSavedFilterChanges();
  const tick = (name: 'resubmitted' | 'overPlan') => (
    <Checkbox checked={search[name] === 'true'} onChange={(event) => onChange({ [name]: event.target.checked ? 'true' : undefined })}>
      {t(name === 'resubmitted' ? 'filterResubmitted' : 'filterOverPlanOnly')}
    </Checkbox>
  );
  return (
    <FilterForm filters={filtersOf(search)} keeper={{ keep, label: t('filterName') }} onClear={() => onChange(noFilters)} done={done}>
      {phone ? <PhoneFilters search={search} onChange={onChange} done={done} /> : null}
      <label htmlFor={id}>{words('words')}</label>
      <TextFilter id={id} value={search.q} placeholder={t('filterWordsHint')} onValue={(q) => onChange({ q })} />
      <ProcessFilter value={search.definition} onValue={(definition) => onChange({ definition })} />
      <UnitFilter value={search.unit} onValue={(unit) => onChange({ unit })} />
      {(search.tab ?? 'todo') === 'todo' ? <DueFilter search={search} onChange={onChange} /> : null}
      <AmountFilter search={search} onChange={onChange} />
      {tick('overPlan')}
      {tick('resubmitted')}
    </FilterForm>
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
        content={<InboxFilters search={search} onChange={onChange} done={() => onOpenChange(false)} />}
      >
        {children}
      </Popover>
    </Controls>
  );
}
