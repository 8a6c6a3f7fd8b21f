import type { Bilingual, Json } from '../text/bilingual';
import { dayText } from './time/day-text';

/** What is said where the range of dates of another request has a day in common with this one. Pure. */
export function overlaps(request: Json | undefined, day: string): Bilingual {
  const at = { zh: dayText(day, 'zh'), en: dayText(day, 'en') };
  return typeof request === 'string' && request !== ''
    ? {
        zh: `与申请 ${request} 的日期重叠（${at.zh}），同一天只能有一份`,
        en: `${request} covers ${at.en} already; there can be only one for a day`,
      }
    : {
        zh: `与另一份申请的日期重叠（${at.zh}），同一天只能有一份`,
        en: `Another request covers ${at.en} already; there can be only one for a day`,
      };
}
