import { createRoute } from '@tanstack/react-router';
import { lazyPart } from '../../shared/kit/lazy-part';
import { framedRoute } from './framed';

export const accountRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/me',
  component: lazyPart(() => import('../../features/account').then(({ AccountPage }) => AccountPage)),
});
