import type { Definition } from '@countersign/domain';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';

/** A published definition, whole: the form is made from it and the domain's functions look it over. */
export const definitionQuery = (key: string) =>
  queryOptions({
    queryKey: [...keys.definitions, key],
    queryFn: ({ signal }) => call<{ definition: Definition; hash: string }>('GET', `/definitions/${encodeURIComponent(key)}`, { signal }),
    staleTime: 5 * 60_000,
  });
