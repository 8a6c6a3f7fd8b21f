import { dayIn } from '../../../shared/form/typed/company-day';
import { useMe } from '../../../shared/state/session';

/** The company's day of a moment, `YYYY-MM-DD`. */
export function useCompanyDayOf(): (iso: string) => string {
  const { timeZone } = useMe();
  return (iso) => dayIn(timeZone, new Date(iso));
}
