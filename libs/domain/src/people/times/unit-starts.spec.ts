import { calendarSchema } from '../../calendar/calendar.schema';
import { stretchAt } from '../../calendar/zone-offset';
import { timesOfDay } from '../../definition/times/occurrences';
import { scheduleSchema } from '../../definition/times/schedule.schema';
import { starterOf, type StarterPost } from '../recurring-starter';
import { unitStarts, type TimedUnit } from './unit-starts';

// As it is, and counted.
jest.mock('../../calendar/zone-offset', () => {
  const real = jest.requireActual<typeof import('../../calendar/zone-offset')>('../../calendar/zone-offset');
  return { ...real, stretchAt: jest.fn(real.stretchAt) };
});

const week = (hours: [string, string][]) => ({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours });
const calendar = (from: string, timeZone?: string) =>
  calendarSchema.parse({ ...(timeZone && { timeZone }), store: { week: week([[from, '22:00']]), statutory: false } });
const unit = (id: string, path: string[], own: TimedUnit['calendar'] = null, kind: TimedUnit['kind'] = 'store'): TimedUnit => ({
  ...{ id, kind, path, calendar: own },
});
const UNITS = [
  unit('co', ['co'], calendar('10:00'), 'company'),
  unit('east', ['co', 'east'], null, 'region'),
  unit('xuhui', ['co', 'east', 'xuhui']),
  unit('jingan', ['co', 'east', 'jingan'], calendar('09:00')),
  unit('tokyo', ['co', 'tokyo'], calendar('10:00', 'Asia/Tokyo')),
];

const AROUND = { units: UNITS, timeZone: 'Asia/Shanghai', withPost: new Set(['east']), register: [] };

describe('what a process starts by itself', () => {
  it('is for each unit of its kinds, by the hours and the zone of that unit', () => {
    const rule = scheduleSchema.parse({ every: 'day', at: { opening: -30 }, units: ['store'], starter: 'store-manager' });
    const starts = unitStarts(
      rule,
      { ...AROUND, timeZone: 'Asia/Shanghai' },
      { after: '2026-11-02T16:00:00Z', until: '2026-11-03T15:00:00Z' },
    );
    expect(starts.map(({ unit: id, at, day, timeZone }) => `${id} ${day} ${at.slice(11, 16)} ${timeZone}`)).toEqual([
      'jingan 2026-11-03 00:30 Asia/Shanghai',
      'tokyo 2026-11-03 00:30 Asia/Tokyo',
      'xuhui 2026-11-03 01:30 Asia/Shanghai',
    ]);
  });

  it('is for each unit with a post of the starter’s role, or for each row of a register that is due', () => {
    const span = { after: '2026-11-02T16:00:00Z', until: '2026-11-03T15:00:00Z' };
    const posts = scheduleSchema.parse({ every: 'day', at: { time: '08:00' }, units: 'posts', starter: 'area-manager' });
    expect(unitStarts(posts, AROUND, span).map(({ unit: id }) => id)).toEqual(['east']);
    const rule = scheduleSchema.parse({ every: 'date', register: 'lease', before: 10, at: { time: '09:00' }, starter: 'area-manager' });
    const row = (id: string, day: string) => ({ unit: id, about: '', day, values: { rent: day } });
    const register = [row('xuhui', '2026-11-13'), row('jingan', '2026-11-05'), row('tokyo', '2026-11-14'), row('gone', '2026-11-05')];
    const starts = unitStarts(rule, { ...AROUND, register }, span);
    expect(starts.map(({ unit: id, day, row: said }) => [id, day, said?.rent])).toEqual([
      ['jingan', '2026-11-05', '2026-11-05'],
      ['xuhui', '2026-11-13', '2026-11-13'],
    ]);
  });

  it('is told with the day on which it starts by the clock of its unit', () => {
    const span = { after: '2026-11-02T00:00:00Z', until: '2026-11-05T00:00:00Z' };
    const late = scheduleSchema.parse({ every: 'week', on: 'tue', at: { closing: 180 }, units: ['store'], starter: 'store-manager' });
    const turns = unitStarts(late, AROUND, span).map(({ unit: id, day, turn }) => `${id} ${day} ${turn}`);
    expect(turns).toEqual(['tokyo 2026-11-03 2026-11-04', 'xuhui 2026-11-03 2026-11-04', 'jingan 2026-11-03 2026-11-04']);
    const rule = scheduleSchema.parse({ every: 'date', register: 'lease', before: 10, at: { time: '09:00' }, starter: 'area-manager' });
    const register = [{ unit: 'xuhui', about: '', day: '2026-11-13', values: {} }];
    expect(unitStarts(rule, { ...AROUND, register }, span)).toMatchObject([{ day: '2026-11-13', turn: '2026-11-03' }]);
  });

  it.each([
    ['of their company', null],
    ['of their own that say the same', calendar('09:00')],
  ])('looks at a clock once for each day, however many units with hours %s go by it', (_, own) => {
    const rule = scheduleSchema.parse({ every: 'day', at: { opening: -30 }, units: ['store'], starter: 'store-manager' });
    const span = { after: '2026-11-02T16:00:00Z', until: '2026-12-20T15:00:00Z' };
    const look = jest.mocked(stretchAt);
    const cost = (stores: number): number => {
      look.mockClear();
      const units = Array.from({ length: stores }, (_each, at) => unit(`s${at}`, ['co', `s${at}`], own && structuredClone(own)));
      const starts = unitStarts(rule, { ...AROUND, units: [UNITS[0]!, ...units] }, span);
      expect(starts).toHaveLength(stores * 48);
      expect(timesOfDay(starts, 'Asia/Shanghai')).toHaveLength(1);
      return look.mock.calls.length;
    };
    const one = cost(1);
    expect(one).toBeGreaterThan(0);
    expect(cost(200)).toBe(one);
  });

  it('is whose post serves the unit from nearest by, of several the first by name, whoever is there before whoever is away', () => {
    const post = (person: string, unitId: string, more: Partial<StarterPost> = {}): StarterPost => ({
      ...{ person, name: person, unitId, covers: [], away: false, ...more },
    });
    const path = ['co', 'east', 'xuhui'];
    expect(starterOf([post('b', 'co'), post('c', 'xuhui'), post('a', 'xuhui')], path)).toBe('a');
    expect(starterOf([post('a', 'xuhui', { away: true }), post('b', 'east')], path)).toBe('b');
    expect(starterOf([post('a', 'xuhui', { away: true })], path)).toBe('a');
    expect(starterOf([post('a', 'jingan'), post('b', 'elsewhere', { covers: ['xuhui'] })], path)).toBe('b');
    expect(starterOf([post('a', 'jingan')], path)).toBeNull();
  });
});
