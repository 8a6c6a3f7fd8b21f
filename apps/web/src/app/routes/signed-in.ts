import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { ProblemError } from '../../shared/api/client';
import { meQuery } from '../../shared/state/session';

/** Lets only a signed-in person pass; everybody else signs in first and comes back to where they wanted to go. */
export async function requireSignedIn(client: QueryClient, href: string): Promise<void> {
  try {
    await client.ensureQueryData(meQuery);
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) throw redirect({ to: '/login', search: { next: href } });
    throw error;
  }
}
