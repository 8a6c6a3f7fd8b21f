import { createRoute } from '@tanstack/react-router';
import { lazyControls } from '../../shared/kit/controls/lazy-controls';
import { rootRoute } from './root';
import { requireSignedIn } from './signed-in';

export const sheetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/requests/$id/sheet',
  beforeLoad: ({ context, location }) => requireSignedIn(context.client, location.href),
  component: lazyControls(() => import('./sheet.page').then(({ Sheet }) => Sheet)),
});
