import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { components } from '../../shared/api/schema';

/** How one may enter here: by password only, or as the people of the demo too. */
export const modeQuery = queryOptions({
  queryKey: keys.mode,
  queryFn: ({ signal }) => call<components['schemas']['ModeView']>('GET', '/auth/mode', { signal }),
  staleTime: 60_000,
});
