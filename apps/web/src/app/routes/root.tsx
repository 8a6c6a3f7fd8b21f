import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Link, Outlet } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState } from '../../shared/kit/states';

function NotFound() {
  const { t } = useTranslation('frame');
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
  errorComponent: ({ error, reset }) => (
    <main>
      <ErrorState page error={error} retry={reset} />
    </main>
  ),
});
