import { useQueries } from '@tanstack/react-query';
import { keys } from '../../../shared/api/keys';
import type { BulkTrial } from '../../../shared/api/wire';
import { confirmAbove } from '../../../shared/state/confirm-above';
import { useStore } from '../../../shared/state/store';
import type { StuckRow } from '../list/stuck-rows';
import { tryTask } from './trial-loader';

/** What would become of everything that is selected. */
export interface Trials {
  /** In the order of the list; those that are not known yet are left out. */
  items: BulkTrial[];
  checking: boolean;
  error: unknown;
  retry: () => void;
  /** Above so many whole units each is looked at by itself. */
  upTo: string;
}

/** Asks for each selected row once, and again when anything changes in the inbox. */
export function useTrials(rows: readonly StuckRow[]): Trials {
  const upTo = String(useStore(confirmAbove));
  const found = useQueries({
    queries: rows.map(({ row }) => ({
      queryKey: keys.taskTrial(row.taskId ?? '', upTo),
      queryFn: () => tryTask(row.taskId ?? '', upTo),
      retry: false,
    })),
  });
  return {
    items: found.flatMap(({ data }) => data ?? []),
    checking: found.some(({ isPending }) => isPending),
    error: found.find(({ error, data }) => error !== null && data === undefined)?.error ?? null,
    retry: () => found.forEach(({ error, refetch }) => void (error && refetch())),
    upTo,
  };
}
