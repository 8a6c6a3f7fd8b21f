import { useQuery } from '@tanstack/react-query';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { components } from '../../../shared/api/schema';
import type { RequestView } from '../../../shared/api/wire';

/** What a request does to its budget, for one that draws on a line and is not over yet; else null. */
export function useDrawnBudget({ id, n, form, outcome }: RequestView): components['schemas']['BudgetEffectView'] | null {
  const draws = outcome === null && form.fields.some(({ type }) => type === 'budget');
  const { data } = useQuery({
    queryKey: [...keys.request(id), 'budget', n],
    queryFn: ({ signal }) => call<components['schemas']['RequestBudgetView']>('GET', `/requests/${id}/budget`, { signal }),
    enabled: draws && n > 0,
  });
  return draws && data?.budget?.line ? data.budget : null;
}
