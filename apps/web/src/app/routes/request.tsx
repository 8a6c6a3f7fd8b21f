import { createRoute } from '@tanstack/react-router';
import { lazyPart } from '../../shared/kit/lazy-part';
import { framedRoute } from './framed';

export const requestRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/requests/$id',
  validateSearch: (search: Record<string, unknown>): { tab?: 'discussion' | 'audit' } =>
    search.tab === 'discussion' || search.tab === 'audit' ? { tab: search.tab } : {},
  component: lazyPart(() => import('./request.page').then(({ Request }) => Request)),
});
