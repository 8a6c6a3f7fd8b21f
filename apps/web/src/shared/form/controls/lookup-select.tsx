import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettled } from '../use-settled';
import { ariaOf, type ControlProps } from '../control';
import styles from '../form.module.css';

export interface Found {
  id: string;
  label: string;
  hint?: string | undefined;
}

interface LookupSelectProps extends Omit<ControlProps, 'field'> {
  /** A required field is changed, not emptied. */
  clearable: boolean;
  /** Names the query in the cache. */
  name: string;
  placeholder: string;
  find(words: string): Promise<Found[]>;
  one(id: string): Promise<Found | null>;
}

const FRESH = 60_000;

/** A picker over something that only the server can list: it searches while one types and words the value that is already there. */
export function LookupSelect({ name, placeholder, find, one, clearable, id, value, onChange, disabled, ...rest }: LookupSelectProps) {
  const { t, i18n } = useTranslation('form');
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const settled = useSettled(words, 200);
  const chosenId = typeof value === 'string' ? value : null;
  const found = useQuery({
    queryKey: ['lookup', name, i18n.language, settled],
    queryFn: () => find(settled),
    enabled: open,
    staleTime: FRESH,
  });
  const chosen = useQuery({
    queryKey: ['lookup', name, i18n.language, 'one', chosenId],
    queryFn: () => one(chosenId ?? ''),
    enabled: chosenId !== null,
    staleTime: FRESH,
  });
  const options = found.data ?? [];
  const known = chosen.data && !options.some((option) => option.id === chosenId) ? [chosen.data, ...options] : options;
  return (
    <Select
      id={id}
      className={styles.full ?? ''}
      value={chosenId}
      placeholder={placeholder}
      disabled={disabled}
      allowClear={clearable}
      suffixIcon={<ChevronDown size={16} className={styles.icon} aria-hidden />}
      options={known.map((option) => ({ value: option.id, label: option.label, hint: option.hint }))}
      labelRender={({ value: shown, label }) => (
        <>
          {label} <span className="hint">{known.find((option) => option.id === shown)?.hint}</span>
        </>
      )}
      optionRender={(option) => (
        <span className={styles.lookup}>
          {option.label} <span className="hint">{(option.data as { hint?: string }).hint}</span>
        </span>
      )}
      showSearch={{ filterOption: false, onSearch: setWords, searchValue: words }}
      onOpenChange={setOpen}
      notFoundContent={<span className="hint">{found.isFetching ? t('searching') : t('nobodyFound')}</span>}
      onChange={(next: string | null | undefined) => onChange(next ?? null)}
      {...ariaOf(rest)}
      {...(rest.invalid ? { status: 'error' as const } : {})}
    />
  );
}
