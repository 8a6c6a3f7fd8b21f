import { createRoute } from '@tanstack/react-router';
import { financeSearch } from '../../features/finance/finance-search';
import { limitsSearch } from '../../features/finance/limits/limits-search';
import { paymentsSearch } from '../../features/finance/payments/payments-search';
import { signingSearch } from '../../features/finance/signing/signing-search';
import { withLaterTexts } from '../../shared/i18n';
import { lazyControls } from '../../shared/kit/controls/lazy-controls';
import { knownSearch } from '../search-text';
import { framedRoute } from './framed';

export const financeRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/finance',
  validateSearch: knownSearch(financeSearch),
  component: lazyControls(withLaterTexts(() => import('../../features/finance').then(({ FinancePage }) => FinancePage))),
});

export const budgetLineRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/finance/lines/$id',
  component: lazyControls(withLaterTexts(() => import('../../features/finance').then(({ LinePage }) => LinePage))),
});

export const signingRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/finance/who-may-sign',
  validateSearch: knownSearch(signingSearch),
  component: lazyControls(withLaterTexts(() => import('../../features/finance').then(({ SigningPage }) => SigningPage))),
});

export const limitsRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/finance/limits',
  validateSearch: knownSearch(limitsSearch),
  component: lazyControls(withLaterTexts(() => import('../../features/finance').then(({ LimitsPage }) => LimitsPage))),
});

export const paymentsRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/finance/payments',
  validateSearch: knownSearch(paymentsSearch),
  component: lazyControls(withLaterTexts(() => import('../../features/finance').then(({ PaymentsPage }) => PaymentsPage))),
});
