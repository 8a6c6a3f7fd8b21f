import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import { pagesOf } from '../../../shared/api/pages-of';
import { newPress } from '../../../shared/api/press';
import type { components } from '../../../shared/api/schema';
import { useMe } from '../../../shared/state/session';
import type { PaymentsSearch } from './payments-search';

type Schemas = components['schemas'];
export type Payment = Schemas['PaymentRow'];
export type Paid = Schemas['BulkAnswer'];

/** Whoever pays looks again: hints of the stream go to those whom a request concerns. */
const LIVE = { refetchInterval: 30_000, staleTime: 5_000 } as const;

export function usePayments({ view, sort, definition }: PaymentsSearch) {
  const asked = { view, sort, definition };
  return useInfiniteQuery({
    ...pagesOf<Schemas['PaymentPage']>(keys.payments('list', asked), '/payments', { ...asked, limit: 50 }),
    ...LIVE,
  });
}

export const usePaymentCounts = () =>
  useQuery({
    queryKey: keys.payments('counts', {}),
    queryFn: ({ signal }) => call<Schemas['PaymentCounts']>('GET', '/payments/counts', { signal }),
    ...LIVE,
  }).data;

/** Says of several payments that they were made by one slip; `amount`: of one alone, how much of it. */
export function usePay() {
  const client = useQueryClient();
  const { person } = useMe();
  return useMutation({
    mutationFn: ({ payments, slip, amount }: { payments: readonly Payment[]; slip: string; amount: string | null }) =>
      call<Paid>('POST', '/payments', {
        idempotencyKey: newPress(person.id).key,
        body: {
          items: payments.flatMap(({ task, shown }) =>
            task && shown ? [{ task, shown, slip, ...(amount === null ? {} : { amount }) }] : [],
          ),
        },
      }),
    onSettled: () =>
      Promise.all([client.invalidateQueries({ queryKey: keys.everyPayment }), client.invalidateQueries({ queryKey: keys.tasks })]),
  });
}
