import { createRoute } from '@tanstack/react-router';
import { modeQuery } from '../../features/login/mode-query';
import { lazyPart } from '../../shared/kit/lazy-part';
import { rootRoute } from './root';

export const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: (search: Record<string, unknown>): { next?: string } => {
    // Only addresses of our own: a link must not send somebody elsewhere after signing in.
    const next = typeof search.next === 'string' && /^\/(?![/\\])/.test(search.next) ? search.next : undefined;
    return next === undefined ? {} : { next };
  },
  // Both halves of the page appear together: nothing moves aside for the people of the demo.
  loader: ({ context }) => context.client.prefetchQuery(modeQuery),
  pendingComponent: () => <main aria-busy />,
  component: lazyPart(() => import('./login.page').then(({ Login }) => Login)),
});
