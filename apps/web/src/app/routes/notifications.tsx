import { createRoute } from '@tanstack/react-router';
import { lazyPart } from '../../shared/kit/lazy-part';
import { framedRoute } from './framed';

export const notificationsRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/notifications',
  component: lazyPart(() => import('../../features/notifications').then(({ NotificationsPage }) => NotificationsPage)),
});
