import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Link, Outlet } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/kit/waiting/states';
import { usePageTitle } from '../../shared/state/crumbs';
import { PageProblem } from './page-problem';

function NotFound() {
  const { t } = useTranslation('frame');
  usePageTitle(t('notFound'));
  return (
    <main>
      <EmptyState
        page
        icon={<Compass size={28} />}
        title={t('notFound')}
        hint={t('notFoundHint')}
        action={
          <Link to="/inbox" search={{}}>
            {t('toInbox')}
          </Link>
        }
      />
    </main>
  );
}

export const rootRoute = createRootRouteWithContext<{ client: QueryClient }>()({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: (props) => (
    <main>
      <PageProblem {...props} />
    </main>
  ),
});
