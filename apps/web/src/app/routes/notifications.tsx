import { createRoute } from '@tanstack/react-router';
import { lazyControls } from '../../shared/kit/controls/lazy-controls';
import { framedRoute } from './framed';

export const notificationsRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/notifications',
  component: lazyControls(() => import('./notifications.page').then(({ Notifications }) => Notifications)),
});
