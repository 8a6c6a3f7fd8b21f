import { queryOptions } from '@tanstack/react-query';
import { call } from './client';
import { keys } from './keys';
import type { Readers, RequestView, Timeline } from './wire';

/** What this reader may see of a request. */
export const requestQuery = (id: string) =>
  queryOptions({ queryKey: keys.request(id), queryFn: ({ signal }) => call<RequestView>('GET', `/requests/${id}`, { signal }) });

/** What has happened to a request, and what is expected next. */
export const timelineQuery = (id: string) =>
  queryOptions({ queryKey: keys.timeline(id), queryFn: ({ signal }) => call<Timeline>('GET', `/requests/${id}/timeline`, { signal }) });

/** Whom a request concerns, and who has opened it. */
export const readersQuery = (id: string) =>
  queryOptions({ queryKey: keys.readers(id), queryFn: ({ signal }) => call<Readers>('GET', `/requests/${id}/readers`, { signal }) });
