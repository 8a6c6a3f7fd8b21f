import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { keys } from '../../../shared/api/keys';
import { pagesOf } from '../../../shared/api/pages-of';
import type { InboxPage } from '../../../shared/api/wire';
import { useDecidedHere } from '../../../shared/state/decided-here';
import { PAGE_SIZE } from './first-page';
import type { InboxSearch } from '../filter/inbox-search';
import { freshList, stickRows, type FreshRows, type StuckList, type StuckRow } from './stuck-rows';

/** What a list is asked for: everything in the address but what is open. */
type ListSearch = Omit<InboxSearch, 'open'>;

/** What waits is sorted by what presses most, unless asked otherwise; everything else is newest first. */
const queryOf = (filters: ListSearch): Record<string, string | undefined> => ({ ...filters, tab: filters.tab ?? 'todo' });

export interface InboxRows {
  rows: StuckRow[];
  /** How many came in above the rows on screen and wait to be shown. */
  arrived: number;
  showArrived: () => void;
  status: 'pending' | 'error' | 'success';
  error: unknown;
  fetching: boolean;
  hasMore: boolean;
  loadingMore: boolean;
  loadMore: () => void;
  retry: () => void;
}

const freshOf = (data: InfiniteData<InboxPage>): FreshRows => ({
  rows: data.pages.flatMap((page) => page.items),
  complete: (data.pages.at(-1)?.nextCursor ?? null) === null,
});

interface Seen {
  identity: string;
  data: InfiniteData<InboxPage> | undefined;
  /** Null until rows of this identity have come. */
  list: StuckList | null;
}

/** The list after what has come now. Pure. */
function seeNext(before: Seen, now: Omit<Seen, 'list'>, sticky: boolean): Seen {
  const kept = before.identity === now.identity ? before.list : null;
  if (now.data === undefined) return { ...now, list: kept };
  return { ...now, list: kept && sticky ? stickRows(kept, freshOf(now.data)) : freshList(freshOf(now.data)) };
}

const EMPTY: StuckList = { rows: [], arrived: [] };

/** The rows as the reader knows them: what left while they looked on keeps its place until tab or filter changes. */
function useStuck(identity: string, data: Seen['data'], sticky: boolean): { list: StuckList; showArrived: () => void } {
  const [seen, setSeen] = useState<Seen>({ identity, data: undefined, list: null });
  const showArrived = (): void => setSeen((now) => (now.data ? { ...now, list: freshList(freshOf(now.data)) } : now));
  if (seen.identity === identity && seen.data === data) return { list: seen.list ?? EMPTY, showArrived };
  const next = seeNext(seen, { identity, data }, sticky);
  setSeen(next);
  return { list: next.list ?? EMPTY, showArrived };
}

/** The rows of a tab, page after page, refreshed when the stream says so. */
export function useInboxRows(filters: ListSearch, wanted = true): InboxRows {
  const query = useInfiniteQuery({
    ...pagesOf<InboxPage>(keys.taskList(queryOf(filters)), '/tasks', { ...queryOf(filters), limit: PAGE_SIZE }),
    enabled: wanted,
  });
  const sticky = (filters.tab ?? 'todo') === 'todo';
  const { list, showArrived } = useStuck(JSON.stringify(queryOf(filters)), query.data, sticky);
  const decided = useDecidedHere();
  // What the reader has just decided is folded away with everything else that is done today.
  const rows = useMemo(() => list.rows.filter((row) => !(row.gone && decided.has(row.row.requestId))), [list.rows, decided]);
  return {
    rows,
    arrived: list.arrived.length,
    showArrived,
    status: query.status,
    error: query.error,
    fetching: query.isFetching,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}
