import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { framedRoute } from './framed';

export const accountRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/me',
  component: lazyRouteComponent(() => import('../../features/account'), 'AccountPage'),
});
