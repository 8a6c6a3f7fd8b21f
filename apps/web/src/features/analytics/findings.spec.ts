import { analyticsSearch, firstDay } from './analytics-search';
import type { Analytics, TimedStep } from './analytics-query';
import { returnsFinding, stepsFinding, trendFinding, unitsFinding } from './findings';
import { hoursOf } from '../../shared/format/hours-text';
import { placeOn, scaleTo } from './scale';

const words = (text: string) => ({ zh: text, en: text });
const step = (id: string, minutes: number, more: Partial<TimedStep> = {}): TimedStep => ({
  ...{ id, kind: 'people', title: words(id), visits: 1, medianMinutes: 1, p90Minutes: 1, limitMinutes: null, due: 0, late: 0, minutes },
  ...more,
});
const totalOf = (cases: number, returns = 0): Analytics['total'] => ({
  ...{ cases, minutes: 1, medianMinutes: 1, p90Minutes: 1, reworked: 2, returns, blocked: 0 },
});
const version = (number: number, cases: number, medianMinutes: number): Analytics['versions'][number] => ({
  version: number,
  since: null,
  cases,
  medianMinutes,
});
const week = (monday: string, medianMinutes: number): Analytics['weeks'][number] => ({ monday, cases: 1, medianMinutes });

describe('what figures of time say', () => {
  it('is where most of it went, and how often the limit was missed there', () => {
    const total = totalOf(9);
    expect(stepsFinding({ steps: [], total })).toEqual({ key: 'noSteps', cases: 9 });
    expect(stepsFinding({ steps: [step('a', 54), step('b', 46)], total })).toEqual({ key: 'mostAt', step: words('a'), share: 54 });
    expect(stepsFinding({ steps: [step('a', 10), step('b', 90, { due: 40, late: 4 })], total })).toEqual({
      key: 'mostLate',
      step: words('b'),
      share: 90,
      of: 10,
    });
    expect(stepsFinding({ steps: [step('b', 90, { due: 40 })], total })).toMatchObject({ key: 'mostKept', share: 100 });
  });

  it('is what the newest version with enough requests has changed, else how the last week was', () => {
    const weeks = [week('2026-01-05', 60), week('2026-01-12', 240), week('2026-01-19', 120)];
    expect(trendFinding({ versions: [version(1, 9, 2_100), version(2, 2, 10), version(3, 9, 1_680)], weeks })).toMatchObject({
      key: 'versionFaster',
      version: 3,
      before: 2_100,
      after: 1_680,
    });
    expect(trendFinding({ versions: [version(1, 9, 100), version(2, 9, 104)], weeks })).toMatchObject({ key: 'versionSame' });
    expect(trendFinding({ versions: [version(1, 9, 100), version(2, 9, 160)], weeks })).toMatchObject({ key: 'versionSlower' });
    expect(trendFinding({ versions: [version(1, 9, 100)], weeks })).toEqual({ key: 'lastWeek', minutes: 120, low: 60, high: 240 });
    expect(trendFinding({ versions: [], weeks: weeks.slice(0, 1) })).toEqual({ key: 'oneWeek', minutes: 60 });
    expect(trendFinding({ versions: [], weeks: [] })).toBeNull();
  });

  it('is the most frequent return, and the unit that kept fewest limits', () => {
    const total = totalOf(9, 8);
    const back = { from: 'a', fromTitle: words('a'), to: 'requester', toTitle: words('r'), times: 6, cases: 2 };
    expect(returnsFinding({ returns: [back], total })).toEqual({ key: 'mostReturns', from: words('a'), to: words('r'), share: 75 });
    expect(returnsFinding({ returns: [], total })).toEqual({ key: 'noReturns' });
    const unit = (name: string, due: number, kept: number) => ({ unitId: name, name: words(name), due, kept });
    const without = { target: null, steps: [] };
    expect(unitsFinding({ units: [unit('a', 10, 7), unit('b', 10, 10)], ...without })).toEqual({
      key: 'fewestKept',
      unit: words('a'),
      share: 70,
    });
    expect(unitsFinding({ units: [unit('b', 10, 10)], ...without })).toEqual({ key: 'allKept' });
    expect(unitsFinding({ units: [], ...without })).toEqual({ key: 'noUnits' });
  });

  it.each([
    [90, 10, 1, { key: 'targetMet', share: 90, target: 90 }],
    [90, 1_000, 101, { key: 'targetMissed', share: 89, target: 90, points: 1 }],
    [90, 8, 4, { key: 'targetMissed', share: 50, target: 90, points: 40 }],
    [100, 1_000, 1, { key: 'targetMissed', share: 99, target: 100, points: 1 }],
    [100, 3, 0, { key: 'targetMet', share: 100, target: 100 }],
  ])('is whether %i %% of %i were on time, %i being late, whatever took time besides', (target, due, late, finding) => {
    const steps = [step('a', 1, { due, late }), step('b', 1), step('', 1, { kind: 'requester', due: 9, late: 9 })];
    expect(unitsFinding({ units: [], target, steps })).toEqual(finding);
  });

  it('claims no share of a handful: what took longest, what came back, and that nobody waited', () => {
    const [few, late] = [totalOf(4, 1), step('b', 90, { due: 1, late: 1 })];
    expect(stepsFinding({ steps: [step('a', 10), late], total: few })).toEqual({ key: 'fewAt', step: words('b'), cases: 4 });
    expect(stepsFinding({ steps: [step('a', 0)], total: few })).toEqual({ key: 'noSteps', cases: 4 });
    const back = { from: 'a', fromTitle: words('a'), to: 'requester', toTitle: words('r'), times: 1, cases: 1 };
    expect(returnsFinding({ returns: [back], total: few })).toEqual({
      key: 'fewReturnsOneWay',
      from: words('a'),
      to: words('r'),
      times: 1,
    });
    expect(trendFinding({ versions: [], weeks: [week('2026-01-05', 0), week('2026-01-12', 0)] })).toEqual({ key: 'atOnce' });
    expect(trendFinding({ versions: [], weeks: [week('2026-01-05', 60), week('2026-01-12', 60)] })).toEqual({
      key: 'sameWeeks',
      minutes: 60,
    });
    expect([hoursOf(0), hoursOf(2), hoursOf(60)]).toEqual(['0', '<0.1', '1.0']);
  });

  it('compares with no target where nothing had a deadline', () => {
    expect(unitsFinding({ units: [], target: 90, steps: [step('a', 1)] })).toEqual({ key: 'noUnits' });
  });
});

describe('a scale of working time', () => {
  it.each([
    [0, 60, 'hour', 2],
    [59, 60, 'hour', 2],
    [400, 480, 'hour', 5],
    [2_000, 2_250, 'day', 6],
    [9_000, 9_000, 'day', 5],
    [100_000, 112_500, 'day', 6],
  ])('to %i minutes ends at %i in round %ss', (longest, end, unit, marks) => {
    const scale = scaleTo(longest, 450);
    expect([scale.end, scale.ticks.at(-1)?.unit, scale.ticks.length <= 6, scale.ticks.length]).toEqual([end, unit, true, marks]);
    expect(scale.end).toBeGreaterThanOrEqual(longest);
    expect(placeOn(scale.end * 2, scale.end)).toBe(100);
  });
});

describe('the address of the page', () => {
  it('takes what it knows and nothing else', () => {
    expect(analyticsSearch({ definition: 'a', version: '2', weeks: '26', unit: 'x', table: 'steps' })).toEqual({
      definition: 'a',
      version: '2',
      weeks: '26',
      unit: undefined,
      table: 'steps',
    });
    expect(analyticsSearch({ version: '2', weeks: '12', table: 'everything' })).toEqual({});
  });

  it('ends today and has whole weeks', () => {
    expect(firstDay('2026-11-22', 12)).toBe('2026-08-31');
  });
});
