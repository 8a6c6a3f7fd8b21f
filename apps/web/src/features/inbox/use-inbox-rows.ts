import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { call } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { InboxPage, InboxRow } from '../../shared/api/wire';
import type { InboxSearch } from './inbox-search';
import { stickRows, type StuckRow } from './stuck-rows';

const pageSize = 50;

export type InboxFilters = Omit<InboxSearch, 'open'>;

const queryOf = (filters: InboxFilters): Record<string, string | undefined> => ({
  ...filters,
  tab: filters.tab ?? 'todo',
  sort: filters.sort ?? 'due',
});

export interface InboxRows {
  rows: StuckRow[];
  status: 'pending' | 'error' | 'success';
  error: unknown;
  hasMore: boolean;
  loadingMore: boolean;
  loadMore: () => void;
  retry: () => void;
}

/** Rows that left while the reader looked on stay in their places until tab or filter changes. */
function useStuck(identity: string, fresh: InboxRow[] | undefined, sticky: boolean): StuckRow[] {
  const [seen, setSeen] = useState<{ identity: string; fresh: InboxRow[] | undefined; rows: StuckRow[] }>({
    identity,
    fresh: undefined,
    rows: [],
  });
  if (seen.identity === identity && seen.fresh === fresh) return seen.rows;
  const before = sticky && seen.identity === identity ? seen.rows : [];
  const next = { identity, fresh, rows: fresh ? stickRows(before, fresh) : before };
  setSeen(next);
  return next.rows;
}

/** The rows of a tab, page after page, refreshed when the stream says so. */
export function useInboxRows(filters: InboxFilters, wanted = true): InboxRows {
  const query = useInfiniteQuery({
    queryKey: keys.taskList(queryOf(filters)),
    queryFn: ({ pageParam, signal }) =>
      call<InboxPage>('GET', '/tasks', { query: { ...queryOf(filters), limit: pageSize, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled: wanted,
  });
  const fresh = useMemo(() => query.data?.pages.flatMap((page) => page.items), [query.data]);
  const rows = useStuck(JSON.stringify(queryOf(filters)), fresh, (filters.tab ?? 'todo') === 'todo');
  return {
    rows,
    status: query.status,
    error: query.error,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}
