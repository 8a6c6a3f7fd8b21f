import { createRoute } from '@tanstack/react-router';
import { ADMINISTRATION } from '../../shared/state/administration';
import { lazyPage } from '../lazy-page';
import { framedRoute } from './framed';

const pages = () => import('../../features/administration');

export const adminAccountsRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: ADMINISTRATION.accounts.to,
  component: lazyPage(() => pages().then(({ AccountsPage }) => AccountsPage)),
});

export const adminProcessesRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: ADMINISTRATION.processes.to,
  component: lazyPage(() => pages().then(({ ProcessesPage }) => ProcessesPage)),
});

export const adminDirectoryRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: ADMINISTRATION.directory.to,
  component: lazyPage(() => pages().then(({ DirectoryPage }) => DirectoryPage)),
});
