import { createRoute } from '@tanstack/react-router';
import { inboxSearch } from '../../features/inbox/inbox-search';
import { lazyPage } from '../lazy-page';
import { framedRoute } from './framed';

export const inboxRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/inbox',
  validateSearch: inboxSearch,
  component: lazyPage(() => import('./inbox.page').then(({ Inbox }) => Inbox)),
});
