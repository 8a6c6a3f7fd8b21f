import type { UseMutationResult } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import styles from './keep-filters-popover.module.css';
import { useProblemText } from './states';

interface KeepProps<Filters extends object> {
  filters: Filters;
  /** Keeps them under a name. */
  keep: Pick<UseMutationResult<unknown, Error, { name: string; filters: Filters }>, 'mutate' | 'isPending' | 'error'>;
  words: { name: string; hint: string; save: string };
  done: () => void;
}

/** Gives the filters that are set a name, under which they stay. */
export function KeepFilters<Filters extends object>({ filters, keep, words, done }: KeepProps<Filters>) {
  const problemText = useProblemText();
  const [name, setName] = useState('');
  const ready = name.trim() !== '' && Object.keys(filters).length > 0 && !keep.isPending;
  const save = (): void => {
    if (ready) keep.mutate({ name: name.trim(), filters }, { onSuccess: done });
  };
  return (
    <>
      <div className={styles.keep}>
        <Input
          value={name}
          maxLength={20}
          aria-label={words.name}
          placeholder={words.hint}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={save}
        />
        <Button onClick={save} disabled={!ready} loading={keep.isPending}>
          {words.save}
        </Button>
      </div>
      {keep.error ? (
        <p role="alert" className={styles.problem}>
          {problemText(keep.error)}
        </p>
      ) : null}
    </>
  );
}
