import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { components } from '../../shared/api/schema';
import { useCompanyDay } from '../../shared/form/typed/company-day';
import { firstDay, USUAL_SPAN, type AnalyticsSearch } from './analytics-search';

type Schemas = components['schemas'];
export type Analytics = Schemas['AnalyticsView'];
export type TimedStep = Schemas['TimedStep'];
export type ReasonsPage = Schemas['ReasonsGivenPage'];

/** What the figures are asked for: the same words go into an export. */
export function useSpan({ definition, version, weeks = USUAL_SPAN, unit }: AnalyticsSearch) {
  const to = useCompanyDay()();
  return { definition, version, unit, from: firstDay(to, Number(weeks)), to };
}

/** Figures change when requests end; who leaves the page does not wait for them, and neither does the database. */
export function useAnalytics(search: AnalyticsSearch) {
  const query = useSpan(search);
  return useQuery({
    queryKey: keys.analytics(query),
    queryFn: ({ signal }) => call<Analytics>('GET', '/analytics', { query, signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
