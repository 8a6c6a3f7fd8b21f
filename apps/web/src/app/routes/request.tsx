import { createRoute } from '@tanstack/react-router';
import { usePlaceInInbox } from '../../features/inbox';
import { RequestPage } from '../../features/request';
import { useViewport } from '../../shared/state/viewport';
import { framedRoute } from './framed';

function RequestRoute() {
  const { id } = requestRoute.useParams();
  const { tab = 'history' } = requestRoute.useSearch();
  const navigate = requestRoute.useNavigate();
  const phone = useViewport() === 'phone';
  const place = usePlaceInInbox(id, phone, (other) => void navigate({ params: { id: other }, search: {}, replace: true }));
  return <RequestPage id={id} tab={tab} place={place} />;
}

export const requestRoute = createRoute({
  getParentRoute: () => framedRoute,
  path: '/requests/$id',
  validateSearch: (search: Record<string, unknown>): { tab?: 'discussion' | 'audit' } =>
    search.tab === 'discussion' || search.tab === 'audit' ? { tab: search.tab } : {},
  component: RequestRoute,
});
