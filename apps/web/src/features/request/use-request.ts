import { useQuery } from '@tanstack/react-query';
import { call } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { Audit, Discussion, RequestView, Timeline } from '../../shared/api/wire';

/** What this reader may see of a request. */
export const useRequest = (id: string) =>
  useQuery({ queryKey: keys.request(id), queryFn: ({ signal }) => call<RequestView>('GET', `/requests/${id}`, { signal }) });

export const useTimeline = (id: string) =>
  useQuery({ queryKey: keys.timeline(id), queryFn: ({ signal }) => call<Timeline>('GET', `/requests/${id}/timeline`, { signal }) });

export const useAudit = (id: string) =>
  useQuery({ queryKey: keys.audit(id), queryFn: ({ signal }) => call<Audit>('GET', `/requests/${id}/audit`, { signal }) });

export const useDiscussion = (id: string) =>
  useQuery({ queryKey: keys.discussion(id), queryFn: ({ signal }) => call<Discussion>('GET', `/requests/${id}/discussion`, { signal }) });
