import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ScrollText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { stampText } from '../../../shared/format/moment';
import { useLanguage, useWords } from '../../../shared/i18n/use-language';
import { EmptyState } from '../../../shared/kit/waiting/states';
import { ADMINISTRATION } from '../../../shared/state/administration';
import { Page } from '../page';
import { PagedSection } from '../paged-section';
import { EntryRow } from './entry-row';
import { OneRequest } from './one-request';
import { RecordFilters } from './record-filters';
import { checksQuery, entriesQuery, useRecordState, type RecordCheck } from './record-query';
import type { RecordSearch } from './record-search';
import styles from './record.module.css';
import { SealsCard } from './seals-card';

/** The record of all requests: whether it holds, what is in it, who has checked it. */
export function RecordPage() {
  const { t } = useTranslation('record');
  return (
    <Page page={ADMINISTRATION.record} lead={t('lead')} under="track" wide>
      <SealsCard />
      <Entries />
      <Checks />
    </Page>
  );
}

function Entries() {
  const { t } = useTranslation('record');
  const search = useSearch({ from: '/framed/track/audit' });
  const navigate = useNavigate({ from: '/track/audit' });
  const onChange = (change: Partial<RecordSearch>): void =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const query = useInfiniteQuery(entriesQuery(search));
  const first = search.number === undefined ? undefined : query.data?.pages[0]?.items[0];
  return (
    <div className={first ? styles.beside : undefined}>
      <div className={styles.entries}>
        <RecordFilters search={search} onChange={onChange} />
        <PagedSection
          query={query}
          label={t('entriesTitle')}
          titled
          exported="audit/entries"
          filters={search}
          bones={8}
          empty={<EmptyState icon={<ScrollText size={28} />} title={t('noEntries')} hint={t('noEntriesHint')} />}
          row={(entry) => <EntryRow entry={entry} />}
        />
      </div>
      {first ? <OneRequest request={first.request} /> : null}
    </div>
  );
}

function CheckRow({ check: { by, createdAt, state, checked, seals, found } }: { check: RecordCheck }) {
  const { t } = useTranslation('record');
  const words = useWords();
  const language = useLanguage();
  return (
    <li className={styles.check} data-roving>
      <time dateTime={createdAt}>{stampText(createdAt, language)}</time>
      <span>{words(by.name)}</span>
      <span>{t(`state-${state}`)}</span>
      <span>{t('checkedSoMuch', { checked, seals })}</span>
      <span data-bad={found > 0}>{found > 0 ? t('foundFaults', { count: found }) : state === 'done' ? t('foundNone') : null}</span>
    </li>
  );
}

function Checks() {
  const { t } = useTranslation('record');
  return (
    <PagedSection
      query={useInfiniteQuery(checksQuery(useRecordState().data?.lastCheck ?? null))}
      label={t('checksTitle')}
      titled
      exported="audit/checks"
      bones={2}
      empty={null}
      row={(check) => <CheckRow check={check} />}
    />
  );
}
