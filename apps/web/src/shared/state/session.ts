import { queryOptions, useQuery, useSuspenseQuery, type QueryClient } from '@tanstack/react-query';
import { forgetAhead } from '../api/ahead';
import { call, configureClient } from '../api/client';
import { keys } from '../api/keys';
import type { Me, TaskCounts } from '../api/wire';
import { forgetPerson, keepStoresOf, showNobody } from './store';

/** Who is signed in. Also hands the CSRF token to the client. */
export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: async ({ signal }): Promise<Me> => {
    const me = await call<Me>('GET', '/me', { signal });
    configureClient({ csrfToken: me.csrfToken ?? '' });
    keepStoresOf(me.person.id);
    return me;
  },
  staleTime: 5 * 60_000,
  retry: false,
});

/** The signed-in person; only below the frame, where the router has made sure that there is one. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data;

export const useTaskCounts = (): TaskCounts | undefined =>
  useQuery({ queryKey: keys.taskCounts, queryFn: ({ signal }) => call<TaskCounts>('GET', '/tasks/counts', { signal }) }).data;

/** Takes over a fresh sign-in: nothing of the person before may stay on screen. */
export function takeSession(client: QueryClient, answer: { csrfToken: string | null; me: Me }): void {
  client.clear();
  forgetAhead();
  showNobody();
  configureClient({ csrfToken: answer.csrfToken ?? '' });
  keepStoresOf(answer.me.person.id);
  client.setQueryData(keys.me, answer.me);
}

export async function signOut(client: QueryClient): Promise<void> {
  await call('POST', '/auth/logout');
  forgetPerson();
  forgetAhead();
  client.clear();
}
