import type { UseMutationResult } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../kit/waiting/states';
import styles from './filter-form.module.css';

/** Keeps filters under a name, and what that is called where they are kept. */
export interface Keeper<Filters extends object> {
  keep: Pick<UseMutationResult<unknown, Error, { name: string; filters: Filters }>, 'mutate' | 'isPending' | 'error'>;
  label: string;
}

interface KeepProps<Filters extends object> {
  filters: Filters;
  keeper: Keeper<Filters>;
  done: () => void;
}

/** Gives the filters that are set a name, under which they stay. */
export function KeepFilters<Filters extends object>({ filters, keeper: { keep, label }, done }: KeepProps<Filters>) {
  const { t } = useTranslation('filter');
  const problemText = useProblemText();
  const [name, setName] = useState('');
  const none = Object.keys(filters).length === 0;
  const lack = none ? t('keepNone') : name.trim() === '' ? t('keepName') : null;
  const save = (): void => {
    if (lack === null && !keep.isPending) keep.mutate({ name: name.trim(), filters }, { onSuccess: done });
  };
  return (
    <>
      <div className={styles.keep}>
        <Input
          value={name}
          maxLength={20}
          aria-label={label}
          placeholder={t('nameHint')}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={save}
        />
        <Button onClick={save} disabled={lack !== null} title={lack ?? undefined} loading={keep.isPending}>
          {t('keep')}
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
