import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../../../shared/api/client';
import type { components } from '../../../shared/api/schema';
import type { WireForm } from '../../../shared/form';
import { useSettled } from '../../../shared/effects/use-settled';
import { useOnline } from '../../../shared/state/online';

export type Preview = components['schemas']['PreviewView'];

const SILENCE = 400;

interface Asked {
  definition: string;
  /** One that is not in use, for whoever looks at it before it is. */
  version?: number;
  /** As whom it is tried out; absent: as oneself. */
  requesterId?: string;
  form: WireForm;
  choices: Record<string, string>;
  requestId: string | null;
}

/** As much of the query as a screen looks at. */
export interface RoutePreview {
  data: Preview | undefined;
  error: Error | null;
  isFetching: boolean;
  /** The form that the answer is about: it may have been changed since. */
  about: WireForm;
}

/** Who will decide, worked out by the server for the form as it stands; the last answer stays on screen while the next is on its way. */
export function useRoutePreview({ definition, version, requesterId, form, choices, requestId }: Asked): RoutePreview {
  const online = useOnline();
  const asked = useSettled(
    JSON.stringify({ definition, version, requesterId, form, choices, ...(requestId ? { requestId } : {}) }),
    SILENCE,
  );
  const { data, error, isFetching } = useQuery({
    queryKey: ['preview', asked],
    queryFn: async ({ signal }) => {
      const body = JSON.parse(asked) as { form: WireForm };
      return { about: body.form, preview: await call<Preview>('POST', '/requests/preview', { body, signal }) };
    },
    placeholderData: keepPreviousData,
    enabled: online,
    staleTime: 30_000,
  });
  return { data: data?.preview, about: data?.about ?? {}, error, isFetching };
}
