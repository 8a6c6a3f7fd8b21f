import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import type { components } from '../../shared/api/schema';
import { takeSession } from '../../shared/state/session';
import { ownAddress } from './own-address';

/** Takes over a fresh session and goes where one wanted to go; done when that page is there, so that nobody signs in twice meanwhile. */
export function useEnter(): (session: components['schemas']['SessionView']) => Promise<void> {
  const client = useQueryClient();
  const router = useRouter();
  // Pages of links come here too, whose address nobody has read yet.
  const { next } = useSearch({ strict: false });
  return (session) => {
    takeSession(client, session);
    return router.navigate({ href: ownAddress(next) ?? '/inbox', replace: true });
  };
}
