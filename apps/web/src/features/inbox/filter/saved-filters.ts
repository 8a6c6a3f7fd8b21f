import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { components } from '../../../shared/api/schema';
import { countText } from '../../../shared/format/count-text';
import { useTaskCounts } from '../../../shared/state/session';
import type { InboxFilters } from './inbox-search';

type Schemas = components['schemas'];
/** A filter that the reader keeps with their account. The ones that come with the product have a word instead of a name. */
export type SavedFilter = Schemas['SavedFilterItem'];

const savedQuery = queryOptions({
  queryKey: keys.filters,
  queryFn: ({ signal }) => call<Schemas['SavedFilterList']>('GET', '/me/filters', { signal }),
  staleTime: 5 * 60_000,
});

/** The kept filters, each with the number of rows that it shows of what is to do; null while that is not known. */
export function useSavedFilters(): { saved: SavedFilter; count: string | null }[] {
  const saved = useQuery(savedQuery).data?.items ?? [];
  const counts = useTaskCounts()?.filters ?? [];
  return saved.map((filter) => {
    const count = counts.find(({ id }) => id === filter.id)?.count;
    return { saved: filter, count: count === undefined ? null : countText(count) };
  });
}

/** Keeps and removes filters; what the server says stands on screen. */
export function useSavedFilterChanges() {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all([client.invalidateQueries({ queryKey: keys.filters }), client.invalidateQueries({ queryKey: keys.taskCounts })]);
  const keep = useMutation({
    mutationFn: (body: { name: string; filters: InboxFilters }) => call<SavedFilter>('POST', '/me/filters', { body }),
    onSettled,
  });
  const remove = useMutation({ mutationFn: (id: string) => call('DELETE', `/me/filters/${id}`), onSettled });
  return { keep, remove };
}
