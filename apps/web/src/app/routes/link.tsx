import { createRoute } from '@tanstack/react-router';
import { lazyPart } from '../../shared/kit/waiting/lazy-part';
import { rootRoute } from './root';

export const linkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/link/$token',
  component: lazyPart(() => import('../../features/login/link-page').then(({ LinkPage }) => LinkPage)),
});
