import { getRouteApi } from '@tanstack/react-router';
import { usePlaceInInbox } from '../../features/inbox';
import { RequestPage } from '../../features/request';
import { useViewport } from '../../shared/state/viewport';

const route = getRouteApi('/framed/requests/$id');

export function Request() {
  const { id } = route.useParams();
  const { tab = 'history' } = route.useSearch();
  const navigate = route.useNavigate();
  const phone = useViewport() === 'phone';
  const place = usePlaceInInbox(id, phone, (other) => void navigate({ params: { id: other }, search: {}, replace: true }));
  return <RequestPage id={id} tab={tab} place={place} />;
}
