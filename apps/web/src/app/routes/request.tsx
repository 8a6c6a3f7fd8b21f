import { createRoute } from '@tanstack/react-router';
import { RequestPage } from '../../features/request';
import { framedRoute } from './framed';

export const requestRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/requests/$id',
  validateSearch: (search: Record<string, unknown>): { tab?: 'discussion' | 'audit' } =>
    search.tab === 'discussion' || search.tab === 'audit' ? { tab: search.tab } : {},
  component: () => <RequestPage id={requestRoute.useParams().id} tab={requestRoute.useSearch().tab ?? 'history'} />,
});
