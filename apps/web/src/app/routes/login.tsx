import { createRoute } from '@tanstack/react-router';
import { LoginPage } from '../../features/login';
import { rootRoute } from './root';

export const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: (search: Record<string, unknown>): { next?: string } => {
    // Only addresses of our own: a link must not send somebody elsewhere after signing in.
    const next = typeof search.next === 'string' && /^\/(?![/\\])/.test(search.next) ? search.next : undefined;
    return next === undefined ? {} : { next };
  },
  component: LoginPage,
});
