import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportButton, type Exportable } from '../../shared/export/export-button';
import { RowBones } from '../../shared/kit/skeleton';
import { ErrorState } from '../../shared/kit/states';
import styles from './paged-section.module.css';

interface PagedSectionProps<Item> {
  query: UseInfiniteQueryResult<InfiniteData<{ items: Item[] }>>;
  label: string;
  bones: number;
  /** What stands there while nothing is listed. */
  empty: ReactNode;
  /** The list as it is exported. */
  exported?: Exportable['list'];
  /** Its label stands above it: it is one of several on its page. */
  titled?: boolean;
  /** Below its title, beside the export. */
  lead?: ReactNode;
  /** A line of the list, `li`. */
  row: (item: Item) => ReactNode;
}

/** A list that is read page by page: loading, error, empty, its rows, and what brings more. */
export function PagedSection<Item extends { id: string }>({
  query,
  label,
  bones,
  empty,
  exported,
  titled = false,
  lead,
  row,
}: PagedSectionProps<Item>) {
  const { t } = useTranslation('administration');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const items = data?.pages.flatMap((page) => page.items);
  if (items === undefined) return error ? <ErrorState error={error} retry={() => void refetch()} /> : <RowBones rows={bones} />;
  if (items.length === 0) return empty;
  return (
    <section className={`card ${styles.section}`} aria-label={label}>
      {exported ? (
        <header className={styles.head}>
          <div>
            {titled ? <h2>{label}</h2> : null}
            {lead}
          </div>
          <ExportButton list={exported} />
        </header>
      ) : null}
      <ul className={styles.list}>
        {items.map((item) => (
          <Fragment key={item.id}>{row(item)}</Fragment>
        ))}
      </ul>
      {hasNextPage ? (
        <Button type="link" block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('showMore')}
        </Button>
      ) : null}
    </section>
  );
}
