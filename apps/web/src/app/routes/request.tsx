import { createRoute } from '@tanstack/react-router';
import { lazyControls } from '../../shared/kit/controls/lazy-controls';
import { knownSearch } from '../search-text';
import { framedRoute } from './framed';

export const requestRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/requests/$id',
  validateSearch: knownSearch((search): { tab?: 'discussion' | 'audit' | 'engine' } =>
    search.tab === 'discussion' || search.tab === 'audit' || search.tab === 'engine' ? { tab: search.tab } : {},
  ),
  component: lazyControls(() => import('./request.page').then(({ Request }) => Request)),
});

export const repairRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/requests/$id/repair',
  component: lazyControls(() => import('./repair.page').then(({ Repair }) => Repair)),
});
