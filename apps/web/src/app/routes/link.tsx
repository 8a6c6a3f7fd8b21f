import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../lazy-page';
import { rootRoute } from './root';

export const linkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/link/$token',
  component: lazyPage(() => import('../../features/login').then(({ LinkPage }) => LinkPage)),
});
