import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextFilter } from '../../shared/filter/text-filter';
import { useWords } from '../../shared/i18n/use-language';
import styles from './stores-page.module.css';
import { useRegions } from './stores-queries';
import type { StoresSearch } from './stores-search';

interface BarProps {
  search: StoresSearch;
  onChange: (change: Partial<StoresSearch>) => void;
  hint: string;
  /** Views with their words; the first is the usual one. */
  views: readonly { value: NonNullable<StoresSearch['view']>; text: string }[];
  children?: ReactNode;
}

/** What narrows a list: views, a region, words. */
export function ListBar({ search, onChange, hint, views, children }: BarProps) {
  const { t } = useTranslation('stores');
  const words = useWords();
  const regions = useRegions();
  const [usual] = views;
  return (
    <search className={styles.bar}>
      {views.map(({ value, text: label }) => (
        <button
          key={value}
          type="button"
          className={`plain ${styles.pill}`}
          aria-pressed={(search.view ?? usual?.value) === value}
          onClick={() => onChange({ view: value === usual?.value ? undefined : value })}
        >
          {label}
        </button>
      ))}
      <Select
        aria-label={t('region')}
        value={search.unit ?? ''}
        options={[{ value: '', label: t('anyRegion') }, ...regions.map(({ id, name }) => ({ value: id, label: words(name) }))]}
        onChange={(unit: string) => onChange({ unit: unit === '' ? undefined : unit })}
        popupMatchSelectWidth={false}
      />
      <TextFilter
        className={styles.search}
        type="search"
        aria-label={hint}
        placeholder={hint}
        maxLength={200}
        value={search.q}
        onValue={(q) => onChange({ q })}
      />
      <span className={styles.space} />
      {children}
    </search>
  );
}
