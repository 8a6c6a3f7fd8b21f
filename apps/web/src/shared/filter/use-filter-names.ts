import { useQuery } from '@tanstack/react-query';
import { call } from '../api/client';
import { everyPage } from '../api/every-page';
import { keys } from '../api/keys';
import type { components } from '../api/schema';
import type { DefinitionItem, UnitRef } from '../api/wire';
import { useWords } from '../i18n/use-language';

interface Choice {
  value: string;
  label: string;
}

const allUnits = (signal: AbortSignal): Promise<UnitRef[]> =>
  everyPage((cursor) => call<components['schemas']['UnitPage']>('GET', '/units', { query: { limit: 200, cursor }, signal }));

/** Processes and units by which a list may be filtered, as choices. */
export function useFilterNames(): { processes: Choice[]; units: Choice[] } {
  const words = useWords();
  const processes =
    useQuery({ queryKey: keys.definitions, queryFn: () => call<{ items: DefinitionItem[] }>('GET', '/definitions') }).data?.items ?? [];
  const units = useQuery({ queryKey: keys.allUnits, queryFn: ({ signal }) => allUnits(signal), staleTime: 5 * 60_000 }).data ?? [];
  return {
    processes: processes.map(({ key, title }) => ({ value: key, label: words(title) })),
    units: units.map(({ id, name }) => ({ value: id, label: words(name) })),
  };
}
