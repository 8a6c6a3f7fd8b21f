import { getRouteApi } from '@tanstack/react-router';
import { RecurringPage } from '../../features/administration';

const route = getRouteApi('/framed/admin/recurring');

/** Whose starts are open in the address. */
export function Recurring() {
  const { process, state } = route.useSearch();
  return <RecurringPage process={process} state={state} />;
}
