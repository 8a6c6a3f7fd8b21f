import { createRoute } from '@tanstack/react-router';
import { lazyControls } from '../../shared/kit/controls/lazy-controls';
import { knownSearch } from '../search-text';
import { framedRoute } from './framed';

export const absenceRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/me/absence',
  validateSearch: knownSearch((search): { tab?: 'others' } => (search.tab === 'others' ? { tab: 'others' } : {})),
  component: lazyControls(() => import('./absence.page').then(({ Absence }) => Absence)),
});
