import { queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import { pagesOf } from '../../shared/api/pages-of';
import type { components } from '../../shared/api/schema';
import { useMe } from '../../shared/state/session';
import { filtersOf, type TrackFilters, type TrackSearch } from './track-search';

type Schemas = components['schemas'];
export type TrackRow = Schemas['TrackRow'];
export type TrackCounts = Schemas['TrackCounts'];
export type PersonLoad = Schemas['PersonLoad'];
export type ProcessMap = Schemas['ProcessMap'];
export type MapStep = Schemas['MapStep'];
export type Alarms = Schemas['AlarmsView'];
export type SavedView = Schemas['SavedView'];

const PAGE_SIZE = 50;
/** Hints of the stream go to those whom a request concerns; whoever tracks looks again. */
const AGAIN_MS = 30_000;
const LIVE = { refetchInterval: AGAIN_MS, staleTime: 5_000 } as const;

/** The rows of the list, page after page. */
export function useTracked(search: TrackSearch) {
  const asked = { ...filtersOf(search), sort: search.sort };
  return useInfiniteQuery({
    ...pagesOf<Schemas['TrackPage']>(keys.tracked('list', asked), '/track/requests', { ...asked, limit: PAGE_SIZE }),
    ...LIVE,
  });
}

/** Who has how much to do, page after page. */
export function usePeopleLoad({ definition, unit, load }: TrackSearch) {
  const asked = { definition, unit, sort: load };
  return useInfiniteQuery({
    ...pagesOf<Schemas['PersonLoadPage']>(keys.tracked('people', asked), '/track/people', { ...asked, limit: PAGE_SIZE }),
    ...LIVE,
  });
}

const queryOf = <T>(path: string, name: string, query: Record<string, string | undefined> = {}) =>
  queryOptions({ queryKey: keys.tracked(name, query), queryFn: ({ signal }) => call<T>('GET', path, { query, signal }), ...LIVE });

export const useTrackCounts = ({ definition, unit }: TrackFilters) =>
  useQuery(queryOf<TrackCounts>('/track/counts', 'counts', { definition, unit })).data;

/** Why the reader may not track anything; null where they may, or it is not known yet. */
export const useTrackRefusal = ({ definition, unit }: TrackFilters) =>
  useQuery({ ...queryOf<TrackCounts>('/track/counts', 'counts', { definition, unit }), enabled: !useMe().desks.includes('track') }).error;

export const useAlarms = () => useQuery(queryOf<Alarms>('/track/alarms', 'alarms')).data;

export const useTrackedProcesses = ({ unit }: TrackFilters) =>
  useQuery(queryOf<Schemas['TrackedProcesses']>('/track/processes', 'processes', { unit }));

export const useProcessMap = (key: string, { version, unit }: TrackFilters) =>
  useQuery(queryOf<ProcessMap>(`/track/processes/${encodeURIComponent(key)}`, `map ${key}`, { version, unit }));

export const useTrackedPerson = (id: string) => useQuery(queryOf<Schemas['TrackedPerson']>(`/track/people/${id}`, `person ${id}`));

const viewsQuery = queryOptions({
  queryKey: keys.tracked('views', {}),
  queryFn: ({ signal }) => call<Schemas['SavedViews']>('GET', '/track/views', { signal }),
  staleTime: 5 * 60_000,
});

/** The views that the reader keeps, and what keeps and removes them. */
export function useSavedViews() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: viewsQuery.queryKey });
  const keep = useMutation({
    mutationFn: (body: { name: string; filters: TrackFilters }) => call<SavedView>('POST', '/track/views', { body }),
    onSettled,
  });
  const remove = useMutation({ mutationFn: (id: string) => call('DELETE', `/track/views/${id}`), onSettled });
  return { views: useQuery(viewsQuery).data?.items ?? [], keep, remove };
}
