import { askedNames } from '@countersign/domain';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { PublishedDefinition } from '../../../shared/api/wire';

const FIVE_MINUTES = 5 * 60_000;

/** Forms that ask who fills them in, or what the company has set, are judged by what holds now. */
function asksForSurroundings({ definition }: PublishedDefinition): boolean {
  const { roles, params } = askedNames(definition);
  return roles.length + params.length > 0;
}

/** A published definition, whole: the form is made from it and the domain's functions look it over. */
export const definitionQuery = (key: string) =>
  queryOptions({
    queryKey: [...keys.definitions, key],
    queryFn: ({ signal }) => call<PublishedDefinition>('GET', `/definitions/${encodeURIComponent(key)}`, { signal }),
    staleTime: ({ state: { data } }) => (data && (data.why !== null || asksForSurroundings(data)) ? 0 : FIVE_MINUTES),
  });
