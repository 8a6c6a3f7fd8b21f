import { localMoment } from '../../calendar/local-time';
import { zoneOrFallback } from '../../calendar/time-zone';
import type { Bilingual } from '../../text/bilingual';
import { dayText } from './day-text';

/** A moment in a time zone: 11月22日 10:41 / 22 Nov 10:41. Pure. */
export function momentText(iso: string, zone: string): Bilingual {
  const timeZone = zoneOrFallback(zone);
  const at = new Date(iso);
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hour12: false }).format(at);
  const day = (locale: string): string => new Intl.DateTimeFormat(locale, { timeZone, month: 'short', day: 'numeric' }).format(at);
  return { zh: `${day('zh-CN')} ${clock}`, en: `${day('en-GB')} ${clock}` };
}

/** A moment that may be years away, its time left out where it is the beginning of a day: 2026-11-22 10:41 / 22 Nov 2026, 10:41. Pure. */
export function farMomentText(iso: string, zone: string): Bilingual {
  const { day, ms } = localMoment(iso, zoneOrFallback(zone));
  const [zh, en] = [dayText(day, 'zh'), dayText(day, 'en')];
  if (ms === 0) return { zh, en };
  const minutes = Math.floor(ms / 60_000);
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return { zh: `${zh} ${time}`, en: `${en}, ${time}` };
}
