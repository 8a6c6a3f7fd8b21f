import { getRouteApi } from '@tanstack/react-router';
import { CalendarPage } from '../../features/administration';

const route = getRouteApi('/framed/admin/calendars');

/** The unit and the month in the address. */
export function Calendars() {
  const { unit, month } = route.useSearch();
  return <CalendarPage unit={unit} month={month} />;
}
