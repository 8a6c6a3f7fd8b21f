import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ScrollText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RowBones } from '../../../shared/kit/skeleton';
import { EmptyState, ErrorState } from '../../../shared/kit/states';
import { ADMINISTRATION } from '../../../shared/state/administration';
import { Page } from '../page';
import { ChangeRow } from './change-row';
import styles from './changes.module.css';
import { changesQuery } from './changes-query';

/** Who changed directory, rights, limits, parameters and processes, with what was so before and since. */
export function ChangesPage() {
  const { t } = useTranslation('administration');
  return (
    <Page page={ADMINISTRATION.changes} lead={t('changesLead')}>
      <Changes />
    </Page>
  );
}

function Changes() {
  const { t } = useTranslation('administration');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(changesQuery);
  const changes = data?.pages.flatMap((page) => page.items);
  if (changes === undefined) return error ? <ErrorState error={error} retry={() => void refetch()} /> : <RowBones rows={5} />;
  if (changes.length === 0) return <EmptyState icon={<ScrollText size={28} />} title={t('changesNone')} hint={t('changesNoneHint')} />;
  return (
    <section className={`card ${styles.section}`} aria-label={t('changesList')}>
      <ul className={styles.list}>
        {changes.map((change) => (
          <ChangeRow key={change.id} change={change} />
        ))}
      </ul>
      {hasNextPage ? (
        <Button type="link" block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('lettersMore')}
        </Button>
      ) : null}
    </section>
  );
}
