import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/client';
import { everyPage } from '../../shared/api/every-page';
import { keys } from '../../shared/api/keys';
import { pagesOf } from '../../shared/api/pages-of';
import type { components } from '../../shared/api/schema';
import type { UnitRef } from '../../shared/api/wire';
import type { StoresSearch } from './stores-search';

type Schemas = components['schemas'];
export type Lease = Schemas['LeaseRow'];
export type LeaseDetail = Schemas['LeaseView'];
export type Opening = Schemas['OpeningRow'];

const PAGE_SIZE = 50;
/** Hints of the stream go to those whom a request concerns; whoever looks after stores looks again. */
const LIVE = { refetchInterval: 30_000, staleTime: 5_000 } as const;

/** The rows of a list, page after page. */
function usePages<Page extends { nextCursor: string | null }>(path: string, { view, q, unit }: StoresSearch) {
  const asked = { view, q, unit };
  return useInfiniteQuery({
    ...pagesOf<Page>(keys.stores(path, asked), path, { ...asked, limit: PAGE_SIZE }),
    ...LIVE,
  });
}

export const useLeases = (search: StoresSearch) => usePages<Schemas['LeasePage']>('/leases', search);
export const useOpenings = (search: StoresSearch) => usePages<Schemas['OpeningPage']>('/openings', search);

export const useLeaseCounts = ({ unit, q }: StoresSearch) =>
  useQuery({
    queryKey: keys.stores('counts', { unit, q }),
    queryFn: ({ signal }) => call<Schemas['LeaseCounts']>('GET', '/leases/counts', { query: { unit, q }, signal }),
    ...LIVE,
  }).data;

export const useLease = (id: string) =>
  useQuery({
    queryKey: keys.stores('lease', { id }),
    queryFn: ({ signal }) => call<LeaseDetail>('GET', `/leases/${id}`, { signal }),
    ...LIVE,
  });

export const useRegions = (): UnitRef[] =>
  useQuery({
    queryKey: keys.stores('regions', {}),
    queryFn: ({ signal }) =>
      everyPage((cursor) => call<Schemas['UnitPage']>('GET', '/units', { query: { kind: 'region', limit: 200, cursor }, signal })),
    staleTime: 5 * 60_000,
  }).data ?? [];

/** The draft of the renewal of a lease. */
export function useRenewal() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call<{ id: string }>('POST', `/leases/${id}/renewal`),
    onSettled: () => client.invalidateQueries({ queryKey: keys.everyStore }),
  });
}

/** Takes a lease out of the register for the reason that is given, or puts it back with none. */
export function useRemoval(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (why: string | null) =>
      why === null
        ? call<LeaseDetail>('POST', `/leases/${id}/put-back`)
        : call<LeaseDetail>('POST', `/leases/${id}/take-out`, { body: { why } }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.everyStore }),
  });
}

/** Takes a table in, or tries it. */
export function useLeaseImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ csv, trial }: { csv: string; trial: boolean }) =>
      call<Schemas['LeaseImportView']>('POST', '/leases/import', { query: trial ? { trial: 'true' } : {}, body: { csv } }),
    onSuccess: (_, { trial }) => (trial ? undefined : client.invalidateQueries({ queryKey: keys.everyStore })),
  });
}
