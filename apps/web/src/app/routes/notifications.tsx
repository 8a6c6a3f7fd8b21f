import { createRoute } from '@tanstack/react-router';
import { NotificationsPage } from '../../features/notifications';
import { framedRoute } from './framed';

export const notificationsRoute = createRoute({ getParentRoute: () => framedRoute, path: '/notifications', component: NotificationsPage });
