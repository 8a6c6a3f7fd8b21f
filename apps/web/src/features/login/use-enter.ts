import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import type { components } from '../../shared/api/schema';
import { takeSession } from '../../shared/state/session';

/** Takes over a fresh session and goes where one wanted to go; done when that page is there, so that nobody signs in twice meanwhile. */
export function useEnter(): (session: components['schemas']['SessionView']) => Promise<void> {
  const client = useQueryClient();
  const router = useRouter();
  const { next } = useSearch({ strict: false });
  return (session) => {
    takeSession(client, session);
    return router.navigate({ href: next ?? '/inbox', replace: true });
  };
}
