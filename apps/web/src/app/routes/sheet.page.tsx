import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { SheetPage } from '../../features/sheet';
import { listEverySign } from '../../shared/fonts/list-every-sign';

const route = getRouteApi('/requests/$id/sheet');

export function Sheet() {
  const { id } = route.useParams();
  // There is no frame around it that would.
  useEffect(() => void listEverySign(), []);
  return <SheetPage id={id} />;
}
