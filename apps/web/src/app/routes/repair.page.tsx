import { getRouteApi } from '@tanstack/react-router';
import { RepairPage } from '../../features/request';

const route = getRouteApi('/framed/requests/$id/repair');

export function Repair() {
  const { id } = route.useParams();
  return <RepairPage id={id} />;
}
