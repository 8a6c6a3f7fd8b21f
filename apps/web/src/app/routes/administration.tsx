import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ADMINISTRATION } from '../../shared/state/administration';
import { framedRoute } from './framed';

const pages = () => import('../../features/administration');

export const adminAccountsRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: ADMINISTRATION.accounts.to,
  component: lazyRouteComponent(pages, 'AccountsPage'),
});

export const adminProcessesRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: ADMINISTRATION.processes.to,
  component: lazyRouteComponent(pages, 'ProcessesPage'),
});

export const adminDirectoryRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: ADMINISTRATION.directory.to,
  component: lazyRouteComponent(pages, 'DirectoryPage'),
});
