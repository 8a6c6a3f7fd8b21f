import { infiniteQueryOptions, type QueryKey } from '@tanstack/react-query';
import type { Query } from './address';
import { call } from './client';

/** How a list is read that comes page by page, the next one after the cursor of the last; `query` says which list. */
export const pagesOf = <Page extends { nextCursor: string | null }>(queryKey: QueryKey, path: string, query: Query = {}) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) => call<Page>('GET', path, { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
