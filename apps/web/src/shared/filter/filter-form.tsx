import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './filter-form.module.css';
import { type Keeper, KeepFilters } from './keep-filters';

interface FilterFormProps<Filters extends object> {
  /** Those that are set. */
  filters: Filters;
  keeper: Keeper<Filters>;
  onClear: () => void;
  done: () => void;
  children: ReactNode;
}

/** All filters of a list: each counts as soon as it is set; a name for them, and two ways out. */
export function FilterForm<Filters extends object>({ filters, keeper, onClear, done, children }: FilterFormProps<Filters>) {
  const { t } = useTranslation('filter');
  const clear = (): void => {
    onClear();
    done();
  };
  return (
    <div role="search" aria-label={t('title')} className={styles.form}>
      {children}
      <KeepFilters filters={filters} keeper={keeper} done={done} />
      <div className={styles.end}>
        <Button type="text" onClick={clear} disabled={Object.keys(filters).length === 0}>
          {t('clear')}
        </Button>
        <Button type="primary" onClick={done}>
          {t('done')}
        </Button>
      </div>
    </div>
  );
}
