import { fc } from '../../../../test/support/seeded';
import type { Calendar, Hours } from './calendar.schema';
import { clockDay, clockOf, isYearKnown, USUAL_CLOCKS, type RunningClock } from './running-clock';
import { NO_STATUTORY_DAYS, type StatutoryDays } from './statutory-days';
import { afterWorkingTime, FARTHEST_DAYS, runsAt, workingTimeBetween, type WorkingSpan } from './working-time';
import { unknownYearAhead } from './year-ahead';

const SHANGHAI = 'Asia/Shanghai';
const name = { zh: '国庆节', en: 'National Day' };
const october: StatutoryDays = {
  years: [2026],
  holidays: Object.fromEntries(['01', '02', '03', '04', '05', '06', '07'].map((day) => [`2026-10-${day}`, name])),
  makeUp: { '2026-10-10': name },
};
const office = clockOf([], 'office', SHANGHAI, october);
const store = clockOf([], 'store', SHANGHAI, october);
/** The instant at which the clock on a wall in Shanghai shows a time. */
const cst = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();
const after = (clock: RunningClock, from: string, span: Parameters<typeof afterWorkingTime>[2]) => afterWorkingTime(clock, from, span)?.at;
const withWeek = (hours: Hours, timeZone = SHANGHAI): RunningClock => ({
  timeZone,
  rule: {
    week: { ...USUAL_CLOCKS.store.week, mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours },
    statutory: false,
  },
  exceptions: [],
  statutory: NO_STATUTORY_DAYS,
});

describe('working days', () => {
  it.each<[what: string, from: [string, string], days: number, due: [string, string]]>([
    ['the same time two days later', ['2026-10-13', '14:00'], 2, ['2026-10-15', '14:00']],
    ['over a weekend', ['2026-10-16', '14:00'], 1, ['2026-10-19', '14:00']],
    ['over the national holidays', ['2026-09-30', '17:00'], 1, ['2026-10-08', '17:00']],
    ['a Saturday that makes up for a holiday counts', ['2026-10-09', '10:00'], 1, ['2026-10-10', '10:00']],
    ['what comes at night begins in the morning', ['2026-10-13', '22:30'], 1, ['2026-10-15', '09:00']],
    ['what comes in the early morning begins that day', ['2026-10-13', '03:00'], 1, ['2026-10-14', '09:00']],
    ['none at all is the next working moment', ['2026-10-17', '12:00'], 0, ['2026-10-19', '09:00']],
  ])('%s', (_, from, days, due) => {
    expect(after(office, cst(...from), { days })).toBe(cst(...due));
  });

  it('stay inside the hours of a shorter day', () => {
    const short = { from: '2026-10-14', to: '2026-10-14', clock: 'store' as const, hours: [['10:00', '15:00']] as Hours, reason: name };
    const clock = clockOf([{ exceptions: [short] }], 'store', SHANGHAI, october);
    expect(after(clock, cst('2026-10-13', '20:00'), { days: 1 })).toBe(cst('2026-10-14', '15:00'));
  });

  it('move as the picture of the calendar shows: two closed days are two days more', () => {
    const closed = { from: '2026-10-12', to: '2026-10-13', clock: 'store' as const, hours: [], reason: name };
    const shut = clockOf([{ exceptions: [closed] }], 'store', SHANGHAI, october);
    expect(after(store, cst('2026-10-11', '20:00'), { days: 1 })).toBe(cst('2026-10-12', '20:00'));
    expect(after(shut, cst('2026-10-11', '20:00'), { days: 1 })).toBe(cst('2026-10-14', '20:00'));
  });
});

describe('working hours', () => {
  it.each<[what: string, from: [string, string], span: WorkingSpan, due: [string, string]]>([
    ['within a day', ['2026-10-13', '10:00'], { hours: 3 }, ['2026-10-13', '13:00']],
    ['into the next day', ['2026-10-13', '17:00'], { hours: 2 }, ['2026-10-14', '10:00']],
    ['to the last minute of a day', ['2026-10-13', '17:00'], { hours: 1 }, ['2026-10-13', '18:00']],
    ['over a weekend', ['2026-10-16', '17:30'], { minutes: 45 }, ['2026-10-19', '09:15']],
  ])('%s', (_, from, span, due) => {
    expect(after(office, cst(...from), span)).toBe(cst(...due));
  });

  it('leave out the break', () => {
    const clock = withWeek([
      ['09:00', '12:00'],
      ['13:00', '18:00'],
    ]);
    expect(after(clock, cst('2026-10-13', '11:00'), { hours: 2 })).toBe(cst('2026-10-13', '14:00'));
  });

  it('never last when the clock never runs', () => {
    expect(afterWorkingTime(withWeek([]), cst('2026-10-13', '11:00'), { minutes: 1 })).toBeNull();
  });
});

describe('a clock that hardly runs, or a day far away', () => {
  const sparse = (timeZone: string) =>
    clockOf(
      [
        {
          office: { week: { mon: [['09:00', '09:01']], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }, statutory: false },
          exceptions: Array.from({ length: 1_000 }, () => ({
            clock: 'office' as const,
            from: '2030-01-01',
            to: '2030-01-02',
            hours: [],
            reason: name,
          })),
        },
      ],
      'office',
      timeZone,
      october,
    );

  it.each([
    ['Asia/Shanghai', 523 * 60_000],
    ['America/New_York', 522 * 60_000],
  ])('costs no more than ten years do (%s)', (timeZone, whole) => {
    const clock = sparse(timeZone);
    const counts = jest.spyOn(clock.exceptions, 'find');
    expect(afterWorkingTime(clock, cst('2026-10-13', '11:00'), { hours: 1_000 })).toBeNull();
    expect(workingTimeBetween(clock, cst('2026-10-13', '11:00'), '2199-12-31T00:00:00.000Z')).toBe(whole);
    expect(afterWorkingTime(clock, cst('2026-10-13', '11:00'), { days: 400 })).not.toBeNull();
    // Days are looked at once, whatever is counted.
    expect(counts.mock.calls.length).toBeLessThan(2 * FARTHEST_DAYS);
  });
});

describe('a night on which clocks go forward', () => {
  // In New York 02:00 – 03:00 of 2026-03-08 does not exist, and 01:00 – 02:00 of 2026-11-01 comes twice.
  const clock = withWeek([['00:00', '24:00']], 'America/New_York');
  it('has 23 hours, and the one on which they go back 25', () => {
    expect(workingTimeBetween(clock, '2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z')).toBe(23 * 3_600_000);
    expect(workingTimeBetween(clock, '2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z')).toBe(25 * 3_600_000);
  });
});

describe('what is known of a year', () => {
  it('is said where it is not announced yet', () => {
    expect(afterWorkingTime(office, cst('2026-12-30', '10:00'), { days: 1 })).toEqual({
      at: cst('2026-12-31', '10:00'),
      provisional: false,
    });
    expect(afterWorkingTime(office, cst('2026-12-31', '10:00'), { days: 1 })).toEqual({
      at: cst('2027-01-01', '10:00'),
      provisional: true,
    });
    expect(afterWorkingTime(store, cst('2026-12-31', '10:00'), { days: 1 })?.provisional).toBe(false);
  });

  it('is settled by whoever has entered the days of the year, and asked where a later week keeps holidays', () => {
    const entered: Calendar = { exceptions: [], years: [2027] };
    const clock = clockOf([{ exceptions: [] }, entered], 'office', SHANGHAI, october);
    expect(afterWorkingTime(clock, cst('2026-12-31', '10:00'), { days: 1 })?.provisional).toBe(false);
    expect([isYearKnown(clock, 2027), isYearKnown(clock, 2028), isYearKnown(store, 2028)]).toEqual([true, false, true]);
    const rule = { ...USUAL_CLOCKS.store, changes: [{ ...USUAL_CLOCKS.store, statutory: true, from: '2027-03-01' }] };
    const keeps = clockOf([{ store: rule, exceptions: [] }], 'store', SHANGHAI, october);
    expect([isYearKnown(keeps, 2028), clockDay(keeps, '2027-02-28').provisional, clockDay(keeps, '2027-03-01').provisional]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('an exception holds before a holiday', () => {
    const open: Calendar = {
      exceptions: [{ from: '2026-10-01', to: '2026-10-07', clock: 'office', hours: [['10:00', '12:00']], reason: name }],
    };
    const clock = clockOf([open], 'office', SHANGHAI, october);
    expect(clockDay(clock, '2026-10-03')).toEqual({
      day: '2026-10-03',
      kind: 'exception',
      hours: [['10:00', '12:00']],
      provisional: false,
    });
  });
});

describe('the year ahead', () => {
  it('is asked for in time where offices keep holidays and nobody has entered its days', () => {
    expect([unknownYearAhead('2026-11-10', null, october), unknownYearAhead('2026-11-20', null, october)]).toEqual([null, 2027]);
    expect(unknownYearAhead('2027-02-01', null, october)).toBe(2027);
    expect(unknownYearAhead('2026-12-20', { exceptions: [], years: [2027] }, october)).toBeNull();
    expect(unknownYearAhead('2026-12-20', { office: { ...USUAL_CLOCKS.office, statutory: false }, exceptions: [] }, october)).toBeNull();
  });
});

describe('a week that holds from a day on', () => {
  const hours: Hours = [['09:00', '15:00']];
  const short = { ...USUAL_CLOCKS.office, week: { ...USUAL_CLOCKS.office.week, fri: [], sat: hours } };
  const calendar: Calendar = { office: { ...USUAL_CLOCKS.office, changes: [{ ...short, from: '2026-10-15' }] }, exceptions: [] };
  const clock = clockOf([calendar], 'office', SHANGHAI, october);
  it('runs as before until the day before it', () => {
    expect(clockDay(clock, '2026-10-14').hours).toEqual(clockDay(office, '2026-10-14').hours);
    expect([clockDay(clock, '2026-10-16').hours, clockDay(clock, '2026-10-17').hours]).toEqual([[], hours]);
  });
  it('is counted by on either side of that day', () => {
    // Wednesday by the old week, Thursday and Saturday by the new one, on which Friday is off.
    expect(afterWorkingTime(clock, cst('2026-10-14', '10:00'), { days: 2 })?.at).toBe(cst('2026-10-17', '10:00'));
    expect(workingTimeBetween(clock, cst('2026-10-14', '00:00'), cst('2026-10-18', '00:00'))).toBe((9 + 9 + 6) * 3_600_000);
  });
});

describe('inheritance', () => {
  const region: Calendar = { store: { ...USUAL_CLOCKS.store, statutory: true }, exceptions: [] };
  const shop: Calendar = { timeZone: 'Asia/Urumqi', exceptions: [] };
  it('each thing is that of the nearest unit that says it', () => {
    const clock = clockOf([shop, region], 'store', SHANGHAI, october);
    expect(clock.timeZone).toBe('Asia/Urumqi');
    expect(clock.rule.statutory).toBe(true);
    expect(clockOf([shop, region], 'office', SHANGHAI, october).rule).toBe(USUAL_CLOCKS.office);
  });

  it('of two exceptions of one day the nearer holds, of one unit the later', () => {
    const on = (hours: Hours) => ({ from: '2026-10-12', to: '2026-10-12', clock: 'store' as const, hours, reason: name });
    const far: Calendar = { exceptions: [on([['08:00', '09:00']])] };
    const near: Calendar = { exceptions: [on([['09:00', '10:00']]), on([['11:00', '12:00']])] };
    expect(clockDay(clockOf([near, far], 'store', SHANGHAI, october), '2026-10-12').hours).toEqual([['11:00', '12:00']]);
    expect(clockDay(clockOf([far], 'store', SHANGHAI, october), '2026-10-12').hours).toEqual([['08:00', '09:00']]);
  });
});

describe('any clock', () => {
  const hoursFrom = (min: number) =>
    fc
      .uniqueArray(fc.integer({ min, max: 96 }), { maxLength: 8 })
      .map((marks) => marks.toSorted((a, b) => a - b))
      .map((marks): Hours => {
        const time = (mark: number): string =>
          `${String(Math.floor(mark / 4)).padStart(2, '0')}:${String((mark % 4) * 15).padStart(2, '0')}`;
        return Array.from({ length: Math.floor(marks.length / 2) }, (_, i) => [time(marks[2 * i] ?? 0), time(marks[2 * i + 1] ?? 0)]);
      });
  const clocksFrom = (min: number) => {
    const hours = hoursFrom(min);
    return fc
      .record({
        week: fc.record({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours }),
        statutory: fc.boolean(),
        timeZone: fc.constantFrom(SHANGHAI, 'UTC', 'America/New_York', 'Europe/London', 'Asia/Kathmandu', 'Pacific/Apia'),
      })
      .map(({ week, statutory, timeZone }): RunningClock => ({ timeZone, rule: { week, statutory }, exceptions: [], statutory: october }));
  };
  const clocks = clocksFrom(0);
  const instants = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2026-12-20') }).map((ms) => new Date(ms).toISOString());

  it('has run for as long as was asked when that time is over, and runs right before it', () => {
    fc.assert(
      fc.property(clocks, instants, fc.integer({ min: 1, max: 3_000 }), (clock, from, minutes) => {
        const end = afterWorkingTime(clock, from, { minutes });
        if (end === null) return;
        expect(workingTimeBetween(clock, from, end.at)).toBe(minutes * 60_000);
        expect(runsAt(clock, new Date(Date.parse(end.at) - 1).toISOString())).toBe(true);
      }),
    );
  });

  it('never goes backward, whatever is asked for later or longer', () => {
    fc.assert(
      fc.property(clocks, instants, fc.tuple(fc.nat(9), fc.nat(500), fc.nat(86_400_000)), (clock, from, [days, minutes, more]) => {
        const end = afterWorkingTime(clock, from, { days, minutes });
        if (end === null) return;
        expect(end.at >= from).toBe(true);
        const later = afterWorkingTime(clock, new Date(Date.parse(from) + more).toISOString(), { days, minutes });
        const longer = afterWorkingTime(clock, from, { days: days + 1, minutes });
        if (later) expect(later.at >= end.at).toBe(true);
        if (longer) expect(longer.at >= end.at).toBe(true);
      }),
    );
  });

  it('adds up: from one moment to a second and from there to a third is from the first to the third', () => {
    fc.assert(
      fc.property(clocks, fc.tuple(instants, instants, instants), (clock, moments) => {
        const [a = '', b = '', c = ''] = moments.toSorted();
        expect(workingTimeBetween(clock, a, b) + workingTimeBetween(clock, b, c)).toBe(workingTimeBetween(clock, a, c));
      }),
      { numRuns: 30 },
    );
  });

  it('comes to what counting minute by minute comes to', () => {
    fc.assert(
      // From 03:00 on: of hours that a night does not have, or has twice, the wall alone cannot tell which are meant.
      fc.property(clocksFrom(12), instants, fc.integer({ min: 1, max: 900 }), (clock, exact, minutes) => {
        const from = new Date(Math.floor(Date.parse(exact) / MINUTE) * MINUTE).toISOString();
        const end = afterWorkingTime(clock, from, { minutes });
        const counted = byTheMinute(clock, from, minutes);
        if (counted === null) expect(Date.parse(end?.at ?? '2100-01-01')).toBeGreaterThan(Date.parse(from) + DAYS_COUNTED * 86_400_000);
        else expect(end?.at).toBe(counted);
      }),
      { numRuns: 40 },
    );
  });
});

const MINUTE = 60_000;
/** As far as the slow count goes. */
const DAYS_COUNTED = 4;
const wallClocks = new Map<string, Intl.DateTimeFormat>();

function wallClock(timeZone: string): Intl.DateTimeFormat {
  const known = wallClocks.get(timeZone);
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', weekday: 'short' } as const;
  const clock = known ?? new Intl.DateTimeFormat('en-CA', { timeZone, hourCycle: 'h23', ...parts });
  wallClocks.set(timeZone, clock);
  return clock;
}

/** Whether the clock runs in the minute that begins at an instant: what the wall shows, looked up in the written hours; no interval, no sum. */
function runsInMinute(clock: RunningClock, at: number): boolean {
  const parts = wallClock(clock.timeZone).formatToParts(at);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  const time = `${part('hour')}:${part('minute')}`;
  const { rule, statutory } = clock;
  if (rule.statutory && day in statutory.holidays) return false;
  const makesUp = rule.statutory && day in statutory.makeUp;
  const usual = Object.values(rule.week).find((hours) => hours.length > 0) ?? [];
  const hours = makesUp ? usual : rule.week[part('weekday').toLowerCase() as keyof typeof rule.week];
  return hours.some(([from, to]) => from <= time && time < to);
}

function byTheMinute(clock: RunningClock, from: string, minutes: number): string | null {
  let left = minutes;
  for (let step = 0; step < DAYS_COUNTED * 24 * 60; step += 1) {
    const at = Date.parse(from) + step * MINUTE;
    if (runsInMinute(clock, at)) left -= 1;
    if (left === 0) return new Date(at + MINUTE).toISOString();
  }
  return null;
}
