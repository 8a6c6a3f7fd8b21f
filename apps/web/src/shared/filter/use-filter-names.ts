import { useQuery } from '@tanstack/react-query';
import { call } from '../api/client';
import { keys } from '../api/keys';
import type { DefinitionItem, UnitRef } from '../api/wire';
import { useWords } from '../i18n/use-language';

interface Choice {
  value: string;
  label: string;
}

/** Processes and units by which a list may be filtered, as choices. */
export function useFilterNames(): { processes: Choice[]; units: Choice[] } {
  const words = useWords();
  const processes =
    useQuery({ queryKey: keys.definitions, queryFn: () => call<{ items: DefinitionItem[] }>('GET', '/definitions') }).data?.items ?? [];
  const units =
    useQuery({ queryKey: keys.units(''), queryFn: () => call<{ items: UnitRef[] }>('GET', '/units', { query: { limit: 100 } }) }).data
      ?.items ?? [];
  return {
    processes: processes.map(({ key, title }) => ({ value: key, label: words(title) })),
    units: units.map(({ id, name }) => ({ value: id, label: words(name) })),
  };
}
