import { getRouteApi } from '@tanstack/react-router';
import { SheetPage } from '../../features/sheet';

const route = getRouteApi('/requests/$id/sheet');

export function Sheet() {
  const { id } = route.useParams();
  return <SheetPage id={id} />;
}
