import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { ExportButton, type Exportable } from '../../shared/export/export-button';
import { useRovingFocus } from '../../shared/keyboard/use-roving-focus';
import { PagedRows } from '../../shared/kit/waiting/paged-rows';
import styles from './paged-section.module.css';

interface PagedSectionProps<Item> {
  query: UseInfiniteQueryResult<InfiniteData<{ items: Item[] }>>;
  label: string;
  bones: number;
  /** What stands there while nothing is listed. */
  empty: ReactNode;
  /** The list as it is exported. */
  exported?: Exportable['list'];
  /** As it is narrowed, for its export. */
  filters?: Exportable['filters'];
  /** Its label stands above it: it is one of several on its page. */
  titled?: boolean;
  /** Below its title, beside the export. */
  lead?: ReactNode;
  /** A line of the list, `li` with `data-roving`. */
  row: (item: Item) => ReactNode;
}

/** A list that is read page by page on a card of its own, with its title and its export. */
export function PagedSection<Item extends { id: string }>({
  query,
  label,
  bones,
  empty,
  exported,
  filters,
  titled = false,
  lead,
  row,
}: PagedSectionProps<Item>) {
  const roving = useRovingFocus<HTMLUListElement>();
  return (
    <PagedRows query={query} bones={bones} empty={empty}>
      {(items) => (
        <section className={`card ${styles.section}`} aria-label={label}>
          {exported ? (
            <header className={styles.head}>
              <div>
                {titled ? <h2>{label}</h2> : null}
                {lead}
              </div>
              <ExportButton list={exported} {...(filters ? { filters } : {})} />
            </header>
          ) : null}
          <ul className={styles.list} {...roving}>
            {items.map((item) => (
              <Fragment key={item.id}>{row(item)}</Fragment>
            ))}
          </ul>
        </section>
      )}
    </PagedRows>
  );
}
