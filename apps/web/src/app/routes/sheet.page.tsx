import { getRouteApi } from '@tanstack/react-router';
import { SheetPage } from '../../features/sheet';
import { Controls } from '../controls';

const route = getRouteApi('/requests/$id/sheet');

export function Sheet() {
  const { id } = route.useParams();
  return (
    <Controls>
      <SheetPage id={id} />
    </Controls>
  );
}
