import { zoneOrFallback } from '../calendar/time-zone';
import type { Bilingual } from '../text/bilingual';

/** A moment in a time zone: 11月22日 10:41 / 22 Nov 10:41. Pure. */
export function momentText(iso: string, zone: string): Bilingual {
  const timeZone = zoneOrFallback(zone);
  const at = new Date(iso);
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hour12: false }).format(at);
  const day = (locale: string): string => new Intl.DateTimeFormat(locale, { timeZone, month: 'short', day: 'numeric' }).format(at);
  return { zh: `${day('zh-CN')} ${clock}`, en: `${day('en-GB')} ${clock}` };
}
