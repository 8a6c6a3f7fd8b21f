import { createRoute } from '@tanstack/react-router';
import { withLaterTexts } from '../../shared/i18n';
import { lazyControls } from '../../shared/kit/controls/lazy-controls';
import { framedRoute } from './framed';

export const accountRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/me',
  component: lazyControls(withLaterTexts(() => import('../../features/account').then(({ AccountPage }) => AccountPage))),
});
