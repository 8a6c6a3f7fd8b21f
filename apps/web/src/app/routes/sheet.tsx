import { createRoute } from '@tanstack/react-router';
import { lazyPart } from '../../shared/kit/lazy-part';
import { rootRoute } from './root';
import { requireSignedIn } from './signed-in';

export const sheetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/requests/$id/sheet',
  beforeLoad: ({ context, location }) => requireSignedIn(context.client, location.href),
  component: lazyPart(() => import('./sheet.page').then(({ Sheet }) => Sheet)),
});
