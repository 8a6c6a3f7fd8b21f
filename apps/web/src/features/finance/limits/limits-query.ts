import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../shared/api/client';
import { everyPage } from '../../../shared/api/every-page';
import { keys } from '../../../shared/api/keys';
import { pagesOf } from '../../../shared/api/pages-of';
import type { components } from '../../../shared/api/schema';
import type { LimitsSearch } from './limits-search';

type Schemas = components['schemas'];
export type Grant = Schemas['GrantView'];
export type LimitChange = Schemas['LimitChangeBody'];
export type LimitsTrial = Schemas['LimitsView'];
export type ChangedRoute = Schemas['ChangedRouteView'];

/** Every limit that there is: of roles, and of single people. */
export const useLimits = () =>
  useQuery({
    queryKey: keys.grants({ limits: true }),
    queryFn: ({ signal }) =>
      everyPage((cursor) =>
        call<Schemas['GrantPage']>('GET', '/authority/grants', { query: { kind: 'approve-within-limit', limit: 200, cursor }, signal }),
      ),
  });

/** Processes by which the reader may ask for another authority. */
export const useAskable = () =>
  useQuery({
    queryKey: [...keys.definitions, 'catalogue'],
    queryFn: ({ signal }) => call<Schemas['DefinitionList']>('GET', '/definitions', { signal }),
    select: ({ items }) => items.filter(({ changesAuthority, startable }) => changesAuthority && startable),
  });

/** Authorities of all kinds, narrowed. */
export function useGrants({ kind, state }: LimitsSearch) {
  const asked = { kind, state };
  return useInfiniteQuery(pagesOf<Schemas['GrantPage']>(keys.grants(asked), '/authority/grants', { ...asked, limit: 50 }));
}

interface ChangeSet {
  changes: LimitChange[];
  from: string | undefined;
  reason: string;
  trial: boolean;
  /** What its trial has told; of a trial itself nothing. */
  standing: string | undefined;
}

/** Tries a set of changes, or makes it. */
export function useChangeLimits() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ trial, standing, from, ...set }: ChangeSet) =>
      call<LimitsTrial>('POST', '/authority/limits', {
        query: trial ? { trial: 'true' } : {},
        body: { ...set, ...(from && { from }) },
        ifMatch: standing,
      }),
    onSuccess: (_, { trial }) =>
      trial
        ? undefined
        : Promise.all([client.invalidateQueries({ queryKey: keys.everyGrant }), client.invalidateQueries({ queryKey: keys.everySigning })]),
  });
}
