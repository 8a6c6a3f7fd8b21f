import { createRoute } from '@tanstack/react-router';
import { inboxSearch } from '../../features/inbox/filter/inbox-search';
import { lazyPart } from '../../shared/kit/waiting/lazy-part';
import { knownSearch } from '../search-text';
import { framedRoute } from './framed';

export const inboxRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/inbox',
  validateSearch: knownSearch(inboxSearch),
  component: lazyPart(() => import('./inbox.page').then(({ Inbox }) => Inbox)),
});
