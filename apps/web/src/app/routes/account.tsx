import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../lazy-page';
import { framedRoute } from './framed';

export const accountRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/me',
  component: lazyPage(() => import('../../features/account').then(({ AccountPage }) => AccountPage)),
});
