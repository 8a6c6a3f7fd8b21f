import { calendarSchema } from '../../calendar/calendar.schema';
import { mainlandChina } from '../../calendar/mainland-china';
import { clockOf } from '../../calendar/running-clock';
import { occurrenceBefore, occurrencesBetween, scheduledForm, timesOfDay } from './occurrences';
import { scheduleSchema, type RecurringSchedule, type RegisterSchedule } from './schedule.schema';

const schedule = (more: object): RecurringSchedule =>
  scheduleSchema.parse({ units: ['store'], starter: 'store-manager', ...more }) as RecurringSchedule;
const week = (hours: [string, string][]) => ({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours });

const clock = (kind: 'store' | 'office', calendar: object = {}, timeZone = 'Asia/Shanghai') =>
  clockOf([calendarSchema.parse(calendar)], kind, timeZone, mainlandChina());
const STORE = { store: { week: week([['10:00', '22:00']]), statutory: false } };
const closed = (from: string, to = from, hours: [string, string][] = []) => ({
  ...{ from, to, clock: 'store', hours },
  reason: { zh: '装修', en: 'Works' },
});
const told = (found: ReturnType<typeof occurrencesBetween>) => found.map(({ day, at }) => `${day} ${at}`);

describe('a process that starts by itself', () => {
  it('starts before a store opens, on each day on which it is open, by the hours of that day', () => {
    const daily = schedule({ every: 'day', at: { opening: -40 } });
    const own = clock('store', { ...STORE, exceptions: [closed('2026-11-03'), closed('2026-11-04', '2026-11-04', [['12:00', '20:00']])] });
    const found = occurrencesBetween(daily, own, { after: '2026-11-01T16:00:00Z', until: '2026-11-04T16:00:00Z' });
    expect(told(found)).toEqual(['2026-11-02 2026-11-02T01:20:00.000Z', '2026-11-04 2026-11-04T03:20:00.000Z']);
    expect(timesOfDay(found, 'Asia/Shanghai')).toEqual(['09:20', '11:20']);
  });

  it('starts after closing even where that is past midnight, and names the day that it closes', () => {
    const daily = schedule({ every: 'day', at: { closing: 30 } });
    const late = clock('store', { store: { week: week([['10:00', '24:00']]), statutory: false } });
    const found = occurrencesBetween(daily, late, { after: '2026-11-02T16:00:00Z', until: '2026-11-03T16:00:00Z' });
    expect(told(found)).toEqual(['2026-11-02 2026-11-02T16:30:00.000Z']);
  });

  it('follows the clock of its zone over the change of summer time', () => {
    const daily = schedule({ every: 'day', at: { time: '09:00' } });
    const berlin = clock('store', STORE, 'Europe/Berlin');
    const found = occurrencesBetween(daily, berlin, { after: '2026-10-24T00:00:00Z', until: '2026-10-25T12:00:00Z' });
    expect(found.map(({ at }) => at)).toEqual(['2026-10-24T07:00:00.000Z', '2026-10-25T08:00:00.000Z']);
  });

  it('has the end of a short month as its last days, each month once', () => {
    const monthly = schedule({ every: 'month', on: 31, at: { time: '20:00' } });
    const found = occurrencesBetween(monthly, clock('store', STORE), { after: '2026-01-01T00:00:00Z', until: '2026-06-01T00:00:00Z' });
    expect(found.map(({ day }) => day)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']);
    const last = schedule({ every: 'month', on: 'last', at: { time: '20:00' } });
    const march = { after: '2028-02-01T00:00:00Z', until: '2028-03-01T00:00:00Z' };
    expect(occurrencesBetween(last, clock('store', STORE), march).map(({ day }) => day)).toEqual(['2028-02-29']);
  });

  it('moves a week’s day to the next on which an office works, and keeps the name of the day', () => {
    const weekly = schedule({ every: 'week', on: 'thu', clock: 'office', at: { opening: 0 } });
    const found = occurrencesBetween(weekly, clock('office'), { after: '2026-09-30T16:00:00Z', until: '2026-10-08T16:00:00Z' });
    expect(told(found)).toEqual(['2026-10-01 2026-10-08T01:00:00.000Z', '2026-10-08 2026-10-08T01:00:00.000Z']);
  });

  it('says that it does not know a year whose statutory days nobody has announced, where it hangs on them', () => {
    const at = { after: '2035-01-01T00:00:00Z', until: '2035-01-03T00:00:00Z' };
    const daily = (kind: 'store' | 'office') => schedule({ every: 'day', clock: kind, at: { opening: 0 } });
    expect(occurrencesBetween(daily('office'), clock('office'), at).map(({ unknown }) => unknown)).toEqual([true, true]);
    expect(occurrencesBetween(daily('store'), clock('store', STORE), at).map(({ unknown }) => unknown)).toEqual([false, false]);
  });

  it('starts nothing where a store stands still for longer than a month', () => {
    const monthly = schedule({ every: 'month', on: 1, at: { opening: 0 } });
    const shut = clock('store', { ...STORE, exceptions: [closed('2026-03-01', '2026-05-31')] });
    const found = occurrencesBetween(monthly, shut, { after: '2026-02-28T00:00:00Z', until: '2026-06-30T00:00:00Z' });
    expect(found.map(({ day, at }) => [day, at.slice(0, 10)])).toEqual([
      ['2026-05-01', '2026-06-01'],
      ['2026-06-01', '2026-06-01'],
    ]);
  });

  it('starts so many days before the date of a register, on a day on which the office works', () => {
    const rule = { every: 'date', register: 'lease', before: 180, clock: 'office', at: { time: '09:00' }, starter: 'area-manager' };
    const parsed = scheduleSchema.parse({ ...rule, form: { rent: { column: 'rent' }, gone: { column: 'gone' } } }) as RegisterSchedule;
    expect(occurrenceBefore(parsed, clock('office'), '2027-03-30')).toEqual({
      day: '2027-03-30',
      at: '2026-10-08T01:00:00.000Z',
      unknown: false,
    });
    expect(scheduledForm(parsed, { unit: 'u1', day: '2027-03-30', row: { rent: 12, more: 1 } })).toEqual({ rent: 12 });
  });

  it('gives its form the unit, the day and what is written', () => {
    const given = schedule({
      every: 'day',
      at: { time: '08:00' },
      form: { store: { unit: true }, on: { day: true }, kind: { value: 'daily' } },
    });
    expect(scheduledForm(given, { unit: 'u1', day: '2026-11-02', row: null })).toEqual({ store: 'u1', on: '2026-11-02', kind: 'daily' });
  });
});
