import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { Outlook, RequestView, Timeline } from '../../shared/api/wire';
import { useSettled } from '../../shared/effects/use-settled';
import { useDecisionDraft } from './inputs/decision-draft';
import { useTimeline } from './use-request';

const SILENCE_MS = 300;

/** Where the request goes by what its reader has filled in for their step and not sent yet; null where that changes nothing. */
export function useOutlook({ id, n, task }: RequestView): Outlook | null {
  const { fields } = useDecisionDraft(id, task?.step ?? null);
  const written = JSON.stringify({ ...task?.values, ...fields });
  const asked = useSettled(written, SILENCE_MS);
  const steers = task !== null && task.steers && Object.keys(fields).length > 0;
  const { data } = useQuery({
    queryKey: [...keys.request(id), 'outlook', n, asked],
    queryFn: ({ signal }) => call<Outlook>('POST', `/tasks/${task?.id}/outlook`, { body: { fields: JSON.parse(asked) as object }, signal }),
    placeholderData: keepPreviousData,
    enabled: steers && asked === written,
    staleTime: 30_000,
    retry: false,
  });
  return steers ? (data ?? null) : null;
}

/** The history of a request with the way ahead as its reader is about to send it on. */
export function useTimelineAhead(view: RequestView): ReturnType<typeof useTimeline> {
  const timeline = useTimeline(view.id);
  const outlook = useOutlook(view);
  if (!timeline.data || !outlook) return timeline;
  const data: Timeline = { ...timeline.data, expected: outlook.expected };
  return { ...timeline, data } as typeof timeline;
}
