import { createRoute } from '@tanstack/react-router';
import { lazyControls } from '../../shared/kit/controls/lazy-controls';
import { knownSearch } from '../search-text';
import { framedRoute } from './framed';

const words = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export const startRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/start',
  validateSearch: knownSearch((search): { q?: string } => ({ q: words(search.q) })),
  component: lazyControls(() => import('../../features/start').then(({ StartPage }) => StartPage)),
});

/** `draft` = a draft to go on with; `request` = a returned request to change and resubmit; `view=route` = a phone's step before submitting. */
export const fillRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/start/$key',
  validateSearch: knownSearch((search): { draft?: string; request?: string; entrance?: string; view?: 'route' } => ({
    entrance: words(search.entrance),
    draft: words(search.draft),
    request: words(search.request),
    view: search.view === 'route' ? 'route' : undefined,
  })),
  component: lazyControls(() => import('./fill.page').then(({ Fill }) => Fill)),
});
