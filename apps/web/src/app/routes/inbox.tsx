import { createRoute } from '@tanstack/react-router';
import { InboxPage, inboxSearch } from '../../features/inbox';
import { RequestPanel } from '../../features/request';
import { framedRoute } from './framed';

export const inboxRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/inbox',
  validateSearch: inboxSearch,
  component: () => <InboxPage panel={RequestPanel} />,
});
