import { ageOf } from './age';

const now = new Date('2026-11-29T12:00:00Z');
const at = (hours: number): string => new Date(now.getTime() + hours * 3_600_000).toISOString();
const age = (since: number, due: number | null) => ageOf({ waitingSince: at(since), dueAt: due === null ? null : at(due) }, now);

describe('the bar of how long a request waits', () => {
  it('has its limit in the middle: half of the time is a quarter of the bar', () => {
    expect(age(-10, 10)).toEqual({ minutes: 600, within: 25, beyond: 0, limit: 50 });
  });

  it('tells what is beyond the limit apart, and ends at twice the limit', () => {
    expect(age(-15, -5)).toEqual({ minutes: 900, within: 50, beyond: 25, limit: 50 });
    expect(age(-100, -90)).toMatchObject({ within: 50, beyond: 50 });
  });

  it('has no mark where it is due on no day, and is full after a week', () => {
    expect(age(-84, null)).toEqual({ minutes: 84 * 60, within: 50, beyond: 0, limit: null });
    expect(age(-1000, null).within).toBe(100);
  });

  it('is late from the first moment where it was due before it came', () => {
    expect(age(-1, -2)).toMatchObject({ within: 0, limit: 0 });
    expect(age(-1, -2).beyond).toBeGreaterThan(0);
  });

  it('never tells a time below nothing', () => {
    expect(age(1, 5)).toMatchObject({ minutes: 0, within: 0, beyond: 0 });
  });
});
