import { useQuery } from '@tanstack/react-query';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { components } from '../../../shared/api/schema';
import type { RequestView } from '../../../shared/api/wire';
import { BudgetEffect } from '../../../shared/words/budget-effect';

/** What a request does to its budget, for one that draws on a line and is not over yet. */
export function MoneyStrip({ view: { id, n, form } }: { view: RequestView }) {
  const draws = form.fields.some(({ type }) => type === 'budget');
  const { data } = useQuery({
    queryKey: [...keys.request(id), 'budget', n],
    queryFn: ({ signal }) => call<components['schemas']['RequestBudgetView']>('GET', `/requests/${id}/budget`, { signal }),
    enabled: draws && n > 0,
  });
  return data?.budget?.line ? <BudgetEffect effect={data.budget} /> : null;
}
