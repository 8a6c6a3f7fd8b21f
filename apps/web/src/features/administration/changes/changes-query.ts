import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { components } from '../../../shared/api/schema';

export type RuleChange = components['schemas']['RuleChangeItem'];
export type WordedRule = components['schemas']['WordedRuleView'];

/** Who changed the rules, newest first. */
export const changesQuery = infiniteQueryOptions({
  queryKey: keys.ruleChanges,
  queryFn: ({ pageParam, signal }) =>
    call<components['schemas']['RuleChangePage']>('GET', '/changes', { query: { cursor: pageParam, limit: 30 }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

/** One change with its rows. What happened does not change. */
export const changeQuery = (id: string) =>
  queryOptions({
    queryKey: keys.ruleChange(id),
    queryFn: ({ signal }) => call<components['schemas']['RuleChangeView']>('GET', `/changes/${id}`, { signal }),
    staleTime: Infinity,
  });
