import { createRoute } from '@tanstack/react-router';
import { analyticsSearch } from '../../features/analytics/analytics-search';
import { lazyControls } from '../../shared/kit/lazy-controls';
import { knownSearch } from '../search-text';
import { framedRoute } from './framed';

export const analyticsRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/analytics',
  validateSearch: knownSearch(analyticsSearch),
  component: lazyControls(() => import('../../features/analytics').then(({ AnalyticsPage }) => AnalyticsPage)),
});
