import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { components } from '../../../shared/api/schema';
import type { InboxPage } from '../../../shared/api/wire';

const RECENT = 4;
const DRAFTS = 50;

export const catalogueQuery = queryOptions({
  queryKey: [...keys.definitions, 'catalogue'],
  queryFn: ({ signal }) => call<components['schemas']['DefinitionList']>('GET', '/definitions', { signal }),
  staleTime: 60_000,
});

export const draftsQuery = queryOptions({
  queryKey: keys.drafts,
  queryFn: ({ signal }) => call<InboxPage>('GET', '/requests', { query: { box: 'drafts', limit: DRAFTS }, signal }),
});

/** Below the tasks' key: what the stream says of a request makes it stale too. */
export const recentQuery = queryOptions({
  queryKey: [...keys.tasks, 'recent'],
  queryFn: ({ signal }) => call<InboxPage>('GET', '/requests', { query: { box: 'mine', limit: RECENT }, signal }),
});
