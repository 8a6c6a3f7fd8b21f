import { createRoute } from '@tanstack/react-router';
import { lazyControls } from '../../shared/kit/controls/lazy-controls';
import { framedRoute } from './framed';

export const accountRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/me',
  component: lazyControls(() => import('../../features/account').then(({ AccountPage }) => AccountPage)),
});
