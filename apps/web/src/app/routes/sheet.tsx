import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../lazy-page';
import { rootRoute } from './root';
import { requireSignedIn } from './signed-in';

export const sheetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/requests/$id/sheet',
  beforeLoad: ({ context, location }) => requireSignedIn(context.client, location.href),
  component: lazyPage(() => import('./sheet.page').then(({ Sheet }) => Sheet)),
});
