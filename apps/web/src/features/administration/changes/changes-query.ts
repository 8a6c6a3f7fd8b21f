import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import { pagesOf } from '../../../shared/api/pages-of';
import type { components } from '../../../shared/api/schema';

export type RuleChange = components['schemas']['RuleChangeItem'];
export type WordedRule = components['schemas']['WordedRuleView'];

/** Who changed the rules, newest first. */
export const changesQuery = pagesOf<components['schemas']['RuleChangePage']>(keys.ruleChanges, '/changes', { limit: 30 });

/** One change with its rows. What happened does not change. */
export const changeQuery = (id: string) =>
  queryOptions({
    queryKey: keys.ruleChange(id),
    queryFn: ({ signal }) => call<components['schemas']['RuleChangeView']>('GET', `/changes/${id}`, { signal }),
    staleTime: Infinity,
  });
