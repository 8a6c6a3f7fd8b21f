import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import { pagesOf } from '../../shared/api/pages-of';
import type { components } from '../../shared/api/schema';

type Schemas = components['schemas'];
export type Notice = Schemas['NotificationItem'];

const PAGE = 30;

/** My messages, newest first, page by page. */
export const noticesQuery = pagesOf<Schemas['NotificationPage']>([...keys.notifications, 'list'], '/notifications', { limit: PAGE });

const countQuery = queryOptions({
  queryKey: [...keys.notifications, 'count'],
  queryFn: ({ signal }) => call<Schemas['UnreadView']>('GET', '/notifications/count', { signal }),
});

/** How many messages are unread. */
export const useUnreadCount = (): number => useQuery(countQuery).data?.unread ?? 0;

/** Marks some messages, or all, as read. The number on the bell is the server's answer. */
export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (which: string[] | 'all') =>
      call<Schemas['UnreadView']>('POST', '/notifications/read', { body: which === 'all' ? { all: true } : { ids: which } }),
    onSuccess: (count) => {
      client.setQueryData(countQuery.queryKey, count);
      return client.invalidateQueries({ queryKey: noticesQuery.queryKey });
    },
  });
}
