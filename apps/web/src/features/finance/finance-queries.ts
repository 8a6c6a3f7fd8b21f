import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import { pagesOf } from '../../shared/api/pages-of';
import type { components } from '../../shared/api/schema';
import type { FinanceSearch } from './finance-search';

type Schemas = components['schemas'];
export type TreeRow = Schemas['BudgetTreeRow'];
export type BudgetLine = Schemas['BudgetLineView'];
export type Movement = Schemas['BudgetMovementRow'];
export type Recount = Schemas['RecountView'];

/** Whoever keeps budgets looks again: hints of the stream go to those whom a request concerns. */
const LIVE = { refetchInterval: 30_000, staleTime: 5_000 } as const;

/** What stands right below a unit; null: at the top. */
export function useTree({ period, category }: FinanceSearch, below: string | null) {
  const asked = { period, category, below: below ?? undefined };
  return useInfiniteQuery({
    ...pagesOf<Schemas['BudgetTreePage']>(keys.budgets('tree', asked), '/budgets/tree', { ...asked, limit: 200 }),
    ...LIVE,
  });
}

export const useBudgetSet = () =>
  useQuery({
    queryKey: keys.budgets('set', {}),
    queryFn: ({ signal }) => call<Schemas['BudgetSetView']>('GET', '/budgets/set', { signal }),
    ...LIVE,
  }).data;

export const useBudgetLine = (id: string) =>
  useQuery({
    queryKey: keys.budgets('line', { id }),
    queryFn: ({ signal }) => call<BudgetLine>('GET', `/budgets/lines/${id}`, { signal }),
    ...LIVE,
  });

export const useMovements = (line: string) =>
  useInfiniteQuery({
    ...pagesOf<Schemas['BudgetMovementPage']>(keys.budgets('movements', { line }), '/budgets/movements', { line, limit: 50 }),
    ...LIVE,
  });

/** Adds everything up again, each time that it is asked to. */
export const useRecount = (line: string) =>
  useMutation({ mutationFn: () => call<Recount>('GET', '/budgets/recount', { query: { line } }) });

interface Table {
  csv: string;
  trial: boolean;
}

const trialQuery = (trial: boolean) => (trial ? { trial: 'true' } : {});

/** Takes a plan in, or tries it. */
export function usePlanImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ plan, csv, trial }: Table & { plan: string }) =>
      call<Schemas['PlanImportView']>('POST', '/budgets/plans', { query: trialQuery(trial), body: { plan, csv } }),
    onSuccess: (_, { trial }) => (trial ? undefined : client.invalidateQueries({ queryKey: keys.everyBudget })),
  });
}

/** Posts what others have spent, or tries it. */
export function useOutside() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ csv, trial }: Table) =>
      call<Schemas['OutsideView']>('POST', '/budgets/outside', { query: trialQuery(trial), body: { csv } }),
    onSuccess: (_, { trial }) => (trial ? undefined : client.invalidateQueries({ queryKey: keys.everyBudget })),
  });
}
