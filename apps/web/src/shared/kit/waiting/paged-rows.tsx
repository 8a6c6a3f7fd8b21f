import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './paged-rows.module.css';
import { PlainButton } from '../controls/plain-button';
import { RowBones } from './skeleton';
import { ErrorState } from './states';

interface PagedRowsProps<Row> {
  query: UseInfiniteQueryResult<InfiniteData<{ items: Row[] }>>;
  /** So many placeholders stand there at first. */
  bones: number;
  /** What stands there while nothing is listed. */
  empty: ReactNode;
  children: (rows: Row[]) => ReactNode;
}

/** A list that is read page by page: placeholders, what went wrong, nothing, its rows, and what brings more. */
export function PagedRows<Row>({ query, bones, empty, children }: PagedRowsProps<Row>) {
  const { t } = useTranslation('kit');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const rows = data?.pages.flatMap((page) => page.items);
  if (rows === undefined) return error ? <ErrorState error={error} retry={() => void refetch()} /> : <RowBones rows={bones} />;
  if (rows.length === 0) return empty;
  return (
    <>
      {children(rows)}
      {hasNextPage ? (
        <div className={styles.more}>
          <PlainButton quiet onClick={() => void fetchNextPage()} busy={isFetchingNextPage}>
            {t('loadMore')}
          </PlainButton>
        </div>
      ) : null}
    </>
  );
}
