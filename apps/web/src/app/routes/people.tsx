import { createRoute } from '@tanstack/react-router';
import { peopleSearch } from '../../features/people/people-search';
import { withLaterTexts } from '../../shared/i18n';
import { lazyControls } from '../../shared/kit/controls/lazy-controls';
import { knownSearch } from '../search-text';
import { framedRoute } from './framed';

export const peopleRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/people',
  validateSearch: knownSearch(peopleSearch),
  component: lazyControls(withLaterTexts(() => import('../../features/people').then(({ PeoplePage }) => PeoplePage))),
});

export const personRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/people/$id',
  component: lazyControls(withLaterTexts(() => import('../../features/people').then(({ PersonPage }) => PersonPage))),
});

export const leavingRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/people/$id/leaving',
  component: lazyControls(withLaterTexts(() => import('../../features/people').then(({ LeavingPage }) => LeavingPage))),
});
