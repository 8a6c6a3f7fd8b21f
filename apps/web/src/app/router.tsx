import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { PageBones } from '../shared/kit/waiting/skeleton';
import { PageProblem } from './routes/page-problem';
import { absenceRoute } from './routes/absence';
import { accountRoute } from './routes/account';
import {
  adminCalendarsRoute,
  adminAccountsRoute,
  adminChangesRoute,
  auditRoute,
  adminDeadLettersRoute,
  adminDirectoryRoute,
  adminParametersRoute,
  adminPreviewRoute,
  adminProcessesRoute,
  adminRecurringRoute,
} from './routes/administration';
import { analyticsRoute } from './routes/analytics';
import { budgetLineRoute, financeRoute, limitsRoute, paymentsRoute, signingRoute } from './routes/finance';
import { framedRoute } from './routes/framed';
import { homeRoute } from './routes/home';
import { inboxRoute } from './routes/inbox';
import { linkRoute } from './routes/link';
import { loginRoute } from './routes/login';
import { notificationsRoute } from './routes/notifications';
import { leavingRoute, peopleRoute, personRoute } from './routes/people';
import { repairRoute, requestRoute } from './routes/request';
import { rootRoute } from './routes/root';
import { sheetRoute } from './routes/sheet';
import { fillRoute, startRoute } from './routes/start';
import { storePlanRoute, storesRoute } from './routes/stores';
import { trackRoute } from './routes/track';
import { searchOf, searchText } from './search-text';

const routeTree = rootRoute.addChildren([
  homeRoute,
  loginRoute,
  linkRoute,
  sheetRoute,
  framedRoute.addChildren([
    inboxRoute,
    requestRoute,
    repairRoute,
    startRoute,
    fillRoute,
    trackRoute,
    analyticsRoute,
    storesRoute,
    storePlanRoute,
    financeRoute,
    paymentsRoute,
    signingRoute,
    limitsRoute,
    budgetLineRoute,
    peopleRoute,
    personRoute,
    leavingRoute,
    notificationsRoute,
    accountRoute,
    absenceRoute,
    adminCalendarsRoute,
    adminRecurringRoute,
    adminAccountsRoute,
    adminProcessesRoute,
    adminPreviewRoute,
    adminDirectoryRoute,
    adminDeadLettersRoute,
    adminParametersRoute,
    adminChangesRoute,
    auditRoute,
  ]),
]);

function Waiting() {
  return (
    <main>
      <PageBones />
    </main>
  );
}

/** The routes of the product. */
export function createAppRouter(client: QueryClient) {
  return createRouter({
    routeTree,
    context: { client },
    defaultPreload: 'intent',
    defaultPendingMs: 150,
    defaultPendingComponent: Waiting,
    defaultErrorComponent: PageProblem,
    scrollRestoration: true,
    parseSearch: searchOf,
    stringifySearch: searchText,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
