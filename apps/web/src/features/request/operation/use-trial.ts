import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../../../shared/api/client';
import { keys } from '../../../shared/api/keys';
import type { components } from '../../../shared/api/schema';
import type { AllowedCommand, RequestView } from '../../../shared/api/wire';
import { useSettled } from '../../../shared/effects/use-settled';
import { useOnline } from '../../../shared/state/online';

export type TrialView = components['schemas']['TrialView'];

/** What an operation would bring about; `fresh` says that it was asked about exactly what stands in the dialog now. */
export interface Trial {
  data: TrialView | undefined;
  error: Error | null;
  fresh: boolean;
  retry: () => void;
}

const SILENCE_MS = 400;
/** Asks the server what would follow, each time that something else is filled in; `null` while there is nothing to ask about. */
export function useTrial(
  view: RequestView,
  { command, foretold, scope, step }: AllowedCommand,
  body: Record<string, unknown> | null,
): Trial {
  const online = useOnline();
  const now = JSON.stringify({ command, body, ...(scope === 'task' && step !== null ? { step } : {}) });
  const asked = useSettled(now, SILENCE_MS);
  const tried = body !== null && foretold;
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: [...keys.request(view.id), 'trial', view.n, asked],
    queryFn: ({ signal }) => call<TrialView>('POST', `/requests/${view.id}/trial`, { body: JSON.parse(asked), signal }),
    placeholderData: keepPreviousData,
    enabled: online && tried && asked === now,
    staleTime: 30_000,
    retry: false,
  });
  const fresh = !tried ? body !== null : asked === now && data !== undefined && !isPlaceholderData;
  return { data: tried ? data : undefined, error, fresh, retry: () => void refetch() };
}
