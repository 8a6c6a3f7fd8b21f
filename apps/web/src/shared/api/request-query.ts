import { queryOptions } from '@tanstack/react-query';
import { call } from './client';
import { keys } from './keys';
import type { RequestView } from './wire';

/** What this reader may see of a request. */
export const requestQuery = (id: string) =>
  queryOptions({ queryKey: keys.request(id), queryFn: ({ signal }) => call<RequestView>('GET', `/requests/${id}`, { signal }) });
