import { useQueries } from '@tanstack/react-query';
import { call } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { InboxPage } from '../../shared/api/wire';
import { createStoredStore, useStore } from '../../shared/state/store';
import type { InboxFilters } from './use-inbox-rows';

/** A filter that the reader uses often. The two that come with the product have a word instead of a name. */
export interface SavedFilter {
  id: string;
  name: string | null;
  word: 'filterBig' | 'filterAgain' | null;
  filters: InboxFilters;
}

const own: SavedFilter[] = [
  { id: 'big', name: null, word: 'filterBig', filters: { amountMin: '10000' } },
  { id: 'again', name: null, word: 'filterAgain', filters: { resubmitted: 'true' } },
];

export const savedFilters = createStoredStore<SavedFilter[]>('countersign.filters', own);
export const useSavedFilters = (): SavedFilter[] => useStore(savedFilters);

const counted = 100;

/** How many tasks each saved filter would show, `99+` beyond a hundred. */
export function useSavedCounts(filters: SavedFilter[]): (string | null)[] {
  const results = useQueries({
    queries: filters.map((saved) => {
      const query = { tab: 'todo', ...saved.filters, limit: counted };
      return { queryKey: keys.taskList({ count: query }), queryFn: () => call<InboxPage>('GET', '/tasks', { query }), staleTime: 30_000 };
    }),
  });
  return results.map(({ data }) => (data ? (data.nextCursor ? '99+' : String(data.items.length)) : null));
}
