import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import { pagesOf } from '../../../shared/api/pages-of';
import type { components } from '../../../shared/api/schema';
import type { RecordSearch } from './record-search';

type Schemas = components['schemas'];
export type RecordState = Schemas['AuditStateView'];
export type RecordCheck = Schemas['JournalCheckView'];
export type RecordEntry = Schemas['AuditEntryView'];

const LOOK_MS = 1_000;

const stateQuery = queryOptions({
  queryKey: keys.record('state', {}),
  queryFn: ({ signal }) => call<RecordState>('GET', '/audit', { signal }),
  // While a check goes on, how far it is.
  refetchInterval: ({ state: { data } }) => (data?.lastCheck?.state === 'running' ? LOOK_MS : false),
});

/** The seals, and how the last check went or goes. */
export const useRecordState = () => useQuery(stateQuery);

/** What moved requests, newest first, narrowed. */
export const entriesQuery = (search: RecordSearch) =>
  pagesOf<Schemas['AuditEntryPage']>(keys.record('entries', search), '/audit/entries', { ...search, limit: 50 });

/** Checks, newest first; looked at again whenever the last one has come to another state. */
export const checksQuery = (last: RecordCheck | null) => ({
  ...pagesOf<Schemas['JournalCheckPage']>(keys.record('checks', { last: last && [last.id, last.state] }), '/audit/checks', { limit: 30 }),
  placeholderData: keepPreviousData,
});

/** Begins a check, or cancels the one under way. */
export function useCheck() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (running: RecordCheck | null): Promise<unknown> =>
      running ? call('DELETE', `/audit/checks/${running.id}`) : call('POST', '/audit/checks', { body: {} }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.everyRecord }),
  });
}
