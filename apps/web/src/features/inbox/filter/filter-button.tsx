import { ListFilter } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { lateControl } from '../../../shared/kit/controls/late-control';
import { useViewport } from '../../../shared/state/viewport';
import styles from './filter-button.module.css';
import { filtersOn, type InboxSearch } from './inbox-search';

const Filters = lateControl(() => import('./filter-popover').then(({ FilterPopover }) => FilterPopover));

/** Opens the filters; they act at once and stand in the address. */
export function FilterButton({ search, onChange }: { search: InboxSearch; onChange: (change: Partial<InboxSearch>) => void }) {
  const { t } = useTranslation('inbox');
  const phone = useViewport() === 'phone';
  const on = filtersOn(search);
  const label = on > 0 ? t('filterOn', { count: on }) : t('filter');
  return (
    <Filters search={search} onChange={onChange}>
      <button type="button" className={`plain ${styles.button}`} aria-label={label} aria-haspopup="dialog" data-on={on > 0}>
        <ListFilter size={phone ? 20 : 18} aria-hidden />
        {phone ? null : label}
      </button>
    </Filters>
  );
}
