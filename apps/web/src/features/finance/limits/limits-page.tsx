import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../shared/i18n/use-language';
import { PhoneTop } from '../../../shared/kit/phone-top';
import { RowBones } from '../../../shared/kit/waiting/skeleton';
import { ErrorState } from '../../../shared/kit/waiting/states';
import { useSayWhere } from '../../../shared/state/crumbs';
import { useMe } from '../../../shared/state/session';
import { useViewport } from '../../../shared/state/viewport';
import { FinanceTabs } from '../finance-tabs';
import { ChangePanel } from './change-panel';
import { Exceptions } from './exceptions';
import { GrantsList } from './grants-list';
import { limitMatrix } from './limits-matrix';
import { useAskable, useLimits, type Grant, type LimitChange } from './limits-query';
import type { LimitsSearch } from './limits-search';
import { LimitsTable, typedLimit, type Edits } from './limits-table';
import styles from './limits.module.css';

function changesOf(edits: Edits): LimitChange[] {
  return Object.entries(edits).flatMap(([grant, typed]) => {
    const limit = typedLimit(typed);
    return limit === null ? [] : [{ grant, ...limit }];
  });
}

function Desk({ grants }: { grants: readonly Grant[] }) {
  const { t } = useTranslation('limits');
  const manages = useMe().rights.includes('authority.manage');
  const [edits, setEdits] = useState<Edits>({});
  const [fresh, setFresh] = useState<LimitChange[]>([]);
  const matrix = limitMatrix(grants);
  const askable = useAskable();
  const words = useWords();
  const onEdit = (grant: string, typed: string | null): void =>
    setEdits((all) =>
      Object.fromEntries([...Object.entries(all).filter(([id]) => id !== grant), ...(typed === null ? [] : [[grant, typed]])]),
    );
  const done = (): void => {
    setEdits({});
    setFresh([]);
  };
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        <header className={styles.head}>
          <h1 className={styles.title}>
            {t('matrix')} <small>{t('matrixHint')}</small>
          </h1>
          {(askable.data ?? []).map(({ key, title }) => (
            <Link key={key} to="/start/$key" params={{ key }} className={styles.press} title={words(title)}>
              {t('askForChange')}
            </Link>
          ))}
        </header>
        <LimitsTable matrix={matrix} edits={edits} onEdit={manages ? onEdit : null} />
        <p className={styles.hint}>{t('legend')}</p>
        <Exceptions grants={grants} matters={matrix.columns} onAdd={manages ? (change) => setFresh((all) => [...all, change]) : null} />
      </div>
      {manages ? (
        <ChangePanel
          changes={[...changesOf(edits), ...fresh]}
          wrong={Object.values(edits).some((typed) => typedLimit(typed) === null)}
          onDone={done}
        />
      ) : null}
    </div>
  );
}

/** Who may approve how much: the limits as a matrix, exceptions, and every other authority with the row that it goes by. */
export function LimitsPage() {
  const { t } = useTranslation('limits');
  const search = useSearch({ from: '/framed/finance/limits' });
  const navigate = useNavigate({ from: '/finance/limits' });
  const query = useLimits();
  const phone = useViewport() === 'phone';
  useSayWhere([{ text: t('finance'), to: '/finance' }, { text: t('title') }]);
  const onChange = (change: Partial<LimitsSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <div className={styles.page}>
      {phone ? <PhoneTop title={t('title')} /> : null}
      <FinanceTabs />
      <div className={styles.content}>
        {query.isError ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : null}
        {query.isPending ? <RowBones rows={6} /> : null}
        {query.data ? (
          <>
            <Desk grants={query.data} />
            <GrantsList search={search} onChange={onChange} />
          </>
        ) : null}
      </div>
    </div>
  );
}
