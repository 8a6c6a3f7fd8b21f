import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../../../shared/api/client';
import type { components } from '../../../shared/api/schema';
import { useSettled, type WireForm } from '../../../shared/form';
import { useOnline } from '../../../shared/state/online';

export type Preview = components['schemas']['PreviewView'];

const SILENCE = 400;

interface Asked {
  definition: string;
  form: WireForm;
  choices: Record<string, string>;
  requestId: string | null;
}

/** Who will decide, worked out by the server for the form as it stands; the last answer stays on screen while the next is on its way. */
export function useRoutePreview({ definition, form, choices, requestId }: Asked) {
  const online = useOnline();
  const asked = useSettled(JSON.stringify({ definition, form, choices, ...(requestId ? { requestId } : {}) }), SILENCE);
  return useQuery({
    queryKey: ['preview', asked],
    queryFn: ({ signal }) => call<Preview>('POST', '/requests/preview', { body: JSON.parse(asked) as unknown, signal }),
    placeholderData: keepPreviousData,
    enabled: online,
    staleTime: 30_000,
  });
}
