import { getRouteApi } from '@tanstack/react-router';
import { AbsencePage } from '../../features/absence';

const route = getRouteApi('/framed/me/absence');

/** The tab in the address. */
export function Absence() {
  const { tab = 'own' } = route.useSearch();
  return <AbsencePage tab={tab} />;
}
