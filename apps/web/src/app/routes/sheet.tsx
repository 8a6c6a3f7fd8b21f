import { createRoute } from '@tanstack/react-router';
import { SheetPage } from '../../features/sheet';
import { rootRoute } from './root';
import { requireSignedIn } from './signed-in';

export const sheetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/requests/$id/sheet',
  beforeLoad: ({ context, location }) => requireSignedIn(context.client, location.href),
  component: () => <SheetPage id={sheetRoute.useParams().id} />,
});
