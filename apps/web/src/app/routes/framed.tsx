import { createRoute } from '@tanstack/react-router';
import { lazyPart } from '../../shared/kit/waiting/lazy-part';
import { rootRoute } from './root';
import { requireSignedIn } from './signed-in';

const Frame = lazyPart(() => import('../frame/frame').then(({ Frame: found }) => found));

/** Every page of a signed-in person, inside rail, top bar and strips. */
export const framedRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'framed',
  beforeLoad: ({ context, location }) => {
    // Its code is on the way while the server is asked who is there.
    void Frame.preload();
    return requireSignedIn(context.client, location.href);
  },
  component: Frame,
});
