import { createRoute } from '@tanstack/react-router';
import { Frame } from '../frame/frame';
import { rootRoute } from './root';
import { requireSignedIn } from './signed-in';

/** Every page of a signed-in person, inside rail, top bar and strips. */
export const framedRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'framed',
  beforeLoad: ({ context, location }) => requireSignedIn(context.client, location.href),
  component: Frame,
});
