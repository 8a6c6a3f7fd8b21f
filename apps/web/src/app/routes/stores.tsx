import { createRoute } from '@tanstack/react-router';
import { storesSearch } from '../../features/stores/stores-search';
import { withLaterTexts } from '../../shared/i18n';
import { lazyControls } from '../../shared/kit/controls/lazy-controls';
import { knownSearch } from '../search-text';
import { framedRoute } from './framed';

export const storesRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/stores',
  validateSearch: knownSearch(storesSearch),
  component: lazyControls(withLaterTexts(() => import('../../features/stores').then(({ StoresPage }) => StoresPage))),
});

export const storePlanRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/stores/plans/$id',
  component: lazyControls(withLaterTexts(() => import('../../features/stores').then(({ PlanPage }) => PlanPage))),
});
