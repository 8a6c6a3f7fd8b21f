import { createRoute } from '@tanstack/react-router';
import { analyticsSearch } from '../../features/analytics/analytics-search';
import { withLaterTexts } from '../../shared/i18n';
import { lazyControls } from '../../shared/kit/controls/lazy-controls';
import { knownSearch } from '../search-text';
import { framedRoute } from './framed';

export const analyticsRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/analytics',
  validateSearch: knownSearch(analyticsSearch),
  component: lazyControls(withLaterTexts(() => import('../../features/analytics').then(({ AnalyticsPage }) => AnalyticsPage))),
});
