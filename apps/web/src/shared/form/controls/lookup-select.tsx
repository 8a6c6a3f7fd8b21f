import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ariaOf, type ControlProps } from '../control';
import { exactFirst, meantBy } from '../typed/exact-first';
import { useSettled } from '../../effects/use-settled';
import styles from '../form.module.css';

export interface Found {
  id: string;
  label: string;
  hint?: string | undefined;
  /** Why it cannot be picked here. */
  off?: string | undefined;
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
  /** Whether they have gone through the list since they typed: what they stand on there is meant, and no name that they have typed. */
  const moved = useRef(false);
  const chosenId = typeof value === 'string' ? value : null;
  const client = useQueryClient();
  const listOf = (typed: string) => ({
    queryKey: ['lookup', name, i18n.language, typed],
    queryFn: () => find(typed),
    staleTime: FRESH,
  });
  const found = useQuery({ ...listOf(settled), enabled: open });
  const chosen = useQuery({
    queryKey: ['lookup', name, i18n.language, 'one', chosenId],
    queryFn: () => one(chosenId ?? ''),
    enabled: chosenId !== null,
    staleTime: FRESH,
  });
  // The list of a text that is no longer there must not be picked from.
  const options = settled === words ? exactFirst(found.data ?? [], words) : [];
  const pick = (id: string | null) => {
    setWords('');
    onChange(id);
  };
  /** Somebody typed a name and went on without a look at the list: an exact one counts. */
  const takeTyped = async () => {
    const typed = words;
    if (typed.trim() === '') return;
    const meant = meantBy(await client.fetchQuery(listOf(typed)).catch(() => []), typed);
    if (meant && meant.off === undefined) pick(meant.id);
  };
  // While somebody types, what stands there already is no hit: only what was found can be picked.
  const typing = words.trim() !== '';
  const known = chosen.data && !typing && !options.some((option) => option.id === chosenId) ? [chosen.data, ...options] : options;
  const select = (
    <Select
      id={id}
      className={styles.full ?? ''}
      value={typing ? null : chosenId}
      placeholder={placeholder}
      disabled={disabled}
      allowClear={clearable}
      suffixIcon={<ChevronDown size={16} className={styles.icon} aria-hidden />}
      options={known.map(({ id: value, label, hint, off }) => ({ value, label, hint: off ?? hint, disabled: off !== undefined }))}
      // A plain text: the library reads it out, and would read out the id in its place.
      labelRender={({ value: shown, label }) => [label, known.find((option) => option.id === shown)?.hint].filter(Boolean).join(' · ')}
      optionRender={(option) => (
        <span className={styles.lookup}>
          {option.label} <span className="hint">{(option.data as { hint?: string }).hint}</span>
        </span>
      )}
      showSearch={{
        filterOption: false,
        onSearch: (typed) => {
          moved.current = false;
          setWords(typed);
        },
        searchValue: words,
      }}
      onOpenChange={setOpen}
      notFoundContent={<span className="hint">{found.isFetching || settled !== words ? t('searching') : t('nobodyFound')}</span>}
      onChange={(next: string | null | undefined) => pick(next ?? null)}
      onBlur={() => void takeTyped()}
      onInputKeyDown={(event) => {
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moved.current = true;
        if (event.key === 'Enter' && !moved.current) void takeTyped();
      }}
      {...ariaOf(rest)}
      {...(rest.invalid ? { status: 'error' as const } : {})}
    />
  );
  return (
    // Tab leaves with what was typed, which counts where it is a whole name; it picks nothing from the list and is not kept from leaving.
    <div onKeyDownCapture={(event) => (event.key === 'Tab' && typing ? event.stopPropagation() : undefined)}>{select}</div>
  );
}
