import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import { pagesOf } from '../../shared/api/pages-of';
import { readersQuery, requestQuery, timelineQuery } from '../../shared/api/request-query';
import type { Audit, Discussion } from '../../shared/api/wire';

export const useRequest = (id: string) => useQuery(requestQuery(id));

export const useTimeline = (id: string) => useQuery(timelineQuery(id));

export const useAudit = (id: string) =>
  useQuery({ queryKey: keys.audit(id), queryFn: ({ signal }) => call<Audit>('GET', `/requests/${id}/audit`, { signal }) });

/** What was said, in order; the newest page first, what was said before on demand. */
export const useDiscussion = (id: string) =>
  useInfiniteQuery({
    ...pagesOf<Discussion>(keys.discussion(id), `/requests/${id}/discussion`),
    select: ({ pages }) => pages.toReversed().flatMap((page) => page.items),
  });

/** Whom it concerns, and who has opened it; asked once somebody wants to know. */
export const useReaders = (id: string, wanted: boolean) => useQuery({ ...readersQuery(id), enabled: wanted });
