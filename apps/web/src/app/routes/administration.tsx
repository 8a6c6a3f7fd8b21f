import { createRoute } from '@tanstack/react-router';
import { recordSearch } from '../../features/administration/record/record-search';
import { ADMINISTRATION } from '../../shared/state/administration';
import { withLaterTexts } from '../../shared/i18n';
import { lazyControls } from '../../shared/kit/controls/lazy-controls';
import { knownSearch } from '../search-text';
import { framedRoute } from './framed';

const pages = withLaterTexts(() => import('../../features/administration'));

export const adminAccountsRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: ADMINISTRATION.accounts.to,
  component: lazyControls(() => pages().then(({ AccountsPage }) => AccountsPage)),
});

export const adminProcessesRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: ADMINISTRATION.processes.to,
  component: lazyControls(() => pages().then(({ ProcessesPage }) => ProcessesPage)),
});

export const adminDirectoryRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: ADMINISTRATION.directory.to,
  component: lazyControls(() => pages().then(({ DirectoryPage }) => DirectoryPage)),
});

export const adminDeadLettersRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: ADMINISTRATION.deadLetters.to,
  component: lazyControls(() => pages().then(({ DeadLettersPage }) => DeadLettersPage)),
});

export const adminParametersRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: ADMINISTRATION.parameters.to,
  component: lazyControls(() => pages().then(({ ParametersPage }) => ParametersPage)),
});

export const adminCalendarsRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: ADMINISTRATION.calendars.to,
  validateSearch: knownSearch((search): { unit?: string; month?: string } => ({
    ...(typeof search.unit === 'string' && { unit: search.unit }),
    ...(typeof search.month === 'string' && /^20\d{2}-(0[1-9]|1[0-2])$/.test(search.month) && { month: search.month }),
  })),
  component: lazyControls(withLaterTexts(() => import('./calendars.page').then(({ Calendars }) => Calendars))),
});

const START_STATES = ['failed', 'waiting', 'draft', 'started', 'left'] as const;
type StartState = (typeof START_STATES)[number];
const startStateOf = (value: unknown): StartState | undefined => START_STATES.find((state) => state === value);

export const adminRecurringRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: ADMINISTRATION.recurring.to,
  validateSearch: knownSearch((search): { process?: string; state?: StartState } => {
    const state = startStateOf(search.state);
    return { ...(typeof search.process === 'string' && { process: search.process }), ...(state && { state }) };
  }),
  component: lazyControls(withLaterTexts(() => import('./recurring.page').then(({ Recurring }) => Recurring))),
});

export const adminChangesRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: ADMINISTRATION.changes.to,
  component: lazyControls(() => pages().then(({ ChangesPage }) => ChangesPage)),
});

export const auditRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: ADMINISTRATION.record.to,
  validateSearch: knownSearch(recordSearch),
  component: lazyControls(() => pages().then(({ RecordPage }) => RecordPage)),
});

export const adminPreviewRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/admin/processes/$key/$version',
  component: lazyControls(withLaterTexts(() => import('../../features/start').then(({ PreviewPage }) => PreviewPage))),
});
