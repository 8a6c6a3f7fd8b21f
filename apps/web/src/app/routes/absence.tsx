import { createRoute } from '@tanstack/react-router';
import { withLaterTexts } from '../../shared/i18n';
import { lazyControls } from '../../shared/kit/controls/lazy-controls';
import { knownSearch } from '../search-text';
import { framedRoute } from './framed';

export const absenceRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/me/absence',
  validateSearch: knownSearch((search): { tab?: 'others' } => (search.tab === 'others' ? { tab: 'others' } : {})),
  component: lazyControls(withLaterTexts(() => import('./absence.page').then(({ Absence }) => Absence))),
});
