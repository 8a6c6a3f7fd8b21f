import type { Weekday } from '../../calendar/calendar.schema';
import type { RegisterName, Schedule } from '../../definition/times/schedule.schema';
import type { Bilingual } from '../../text/bilingual';
import { counted } from '../../text/counted';

const DAYS: Readonly<Record<Weekday, Bilingual>> = {
  mon: { zh: '每周一', en: 'Every Monday' },
  tue: { zh: '每周二', en: 'Every Tuesday' },
  wed: { zh: '每周三', en: 'Every Wednesday' },
  thu: { zh: '每周四', en: 'Every Thursday' },
  fri: { zh: '每周五', en: 'Every Friday' },
  sat: { zh: '每周六', en: 'Every Saturday' },
  sun: { zh: '每周日', en: 'Every Sunday' },
};

const ENDS: Readonly<Record<RegisterName, Bilingual>> = { lease: { zh: '租约到期', en: 'a lease ends' } };

type Moment = 'opening' | 'closing';
const MOMENTS: Readonly<Record<Schedule['clock'], Record<Moment, Bilingual>>> = {
  store: { opening: { zh: '开门', en: 'opening' }, closing: { zh: '关门', en: 'closing' } },
  office: { opening: { zh: '上班', en: 'the office opens' }, closing: { zh: '下班', en: 'the office closes' } },
};

function dayText(schedule: Schedule): Bilingual {
  if (schedule.every === 'day') return { zh: '每天', en: 'Every day' };
  if (schedule.every === 'week') return DAYS[schedule.on];
  if (schedule.every === 'date') {
    const { zh, en } = ENDS[schedule.register];
    return { zh: `${zh}前 ${schedule.before} 天`, en: `${counted(schedule.before, 'day')} before ${en}` };
  }
  if (schedule.on === 'last') return { zh: '每月最后一天', en: 'On the last day of every month' };
  return { zh: `每月 ${schedule.on} 日`, en: `On day ${schedule.on} of every month` };
}

function fromMoment(minutes: number, { zh, en }: Bilingual): Bilingual {
  const count = Math.abs(minutes);
  if (count === 0) return { zh: `${zh}时`, en: en.startsWith('the ') ? `when ${en}` : `at ${en}` };
  const unit = count === 1 ? 'minute' : 'minutes';
  return minutes < 0
    ? { zh: `${zh}前 ${count} 分钟`, en: `${count} ${unit} before ${en}` }
    : { zh: `${zh}后 ${count} 分钟`, en: `${count} ${unit} after ${en}` };
}

function momentText({ at, clock }: Schedule): Bilingual {
  if ('time' in at) return { zh: at.time, en: `at ${at.time}` };
  return 'opening' in at ? fromMoment(at.opening, MOMENTS[clock].opening) : fromMoment(at.closing, MOMENTS[clock].closing);
}

/** When a process starts by itself: 每月最后一天，关门前 120 分钟 / On the last day of every month, 120 minutes before closing. Pure. */
export function scheduleText(schedule: Schedule): Bilingual {
  const [day, moment] = [dayText(schedule), momentText(schedule)];
  return { zh: `${day.zh}，${moment.zh}`, en: `${day.en}, ${moment.en}` };
}
