import { createRoute } from '@tanstack/react-router';
import { modeQuery } from '../../features/login/mode-query';
import { ownAddress } from '../../features/login/own-address';
import { lazyPart } from '../../shared/kit/waiting/lazy-part';
import { knownSearch } from '../search-text';
import { rootRoute } from './root';

export const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: knownSearch((search): { next?: string } => ({ next: ownAddress(search.next) ?? undefined })),
  // Both halves of the page appear together: nothing moves aside for the people of the demo.
  loader: ({ context }) => context.client.prefetchQuery(modeQuery),
  pendingComponent: () => <main aria-busy />,
  component: lazyPart(() => import('./login.page').then(({ Login }) => Login)),
});
