import { useQuery } from '@tanstack/react-query';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { components } from '../../../shared/api/schema';
import type { RequestView } from '../../../shared/api/wire';

type Drawn = components['schemas']['RequestBudgetView'];

/** What a request does to its budget, for one that draws on a line and is not over yet, and who decides each part where its line covers it in part. */
export function useDrawnBudget({ id, n, form, outcome }: RequestView): Drawn {
  const draws = outcome === null && form.fields.some(({ type }) => type === 'budget');
  const { data } = useQuery({
    queryKey: [...keys.request(id), 'budget', n],
    queryFn: ({ signal }) => call<Drawn>('GET', `/requests/${id}/budget`, { signal }),
    enabled: draws && n > 0,
  });
  return { budget: draws && data?.budget?.line ? data.budget : null, parts: draws && data ? data.parts : [] };
}
