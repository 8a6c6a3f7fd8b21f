import { useMe } from '../../state/session';

/** The calendar day in a time zone, as `YYYY-MM-DD`. Pure. */
export function dayIn(timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(now);
  const part = (type: 'year' | 'month' | 'day'): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Asks for today as the company counts days: the server judges dates by it, whatever the clock of the device says. */
export function useCompanyDay(): () => string {
  const { timeZone } = useMe();
  return () => dayIn(timeZone, new Date());
}
