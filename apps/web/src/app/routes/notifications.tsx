import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../lazy-page';
import { framedRoute } from './framed';

export const notificationsRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/notifications',
  component: lazyPage(() => import('../../features/notifications').then(({ NotificationsPage }) => NotificationsPage)),
});
