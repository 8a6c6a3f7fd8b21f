import { createRoute } from '@tanstack/react-router';
import { trackSearch } from '../../features/track/track-search';
import { withLaterTexts } from '../../shared/i18n';
import { lazyControls } from '../../shared/kit/controls/lazy-controls';
import { knownSearch } from '../search-text';
import { framedRoute } from './framed';

export const trackRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/track',
  validateSearch: knownSearch(trackSearch),
  component: lazyControls(withLaterTexts(() => import('../../features/track').then(({ TrackPage }) => TrackPage))),
});
