import { ageOf } from './age';

const HOUR = 60;
const age = (worked: number, limit: number | null, overdue = false) =>
  ageOf({ workedMinutes: worked * HOUR, limitMinutes: limit === null ? null : limit * HOUR }, overdue);

describe('the bar of how long a request waits, in working time', () => {
  it('has its limit in the middle: half of the time is a quarter of the bar', () => {
    expect(age(10, 20)).toEqual({ minutes: 600, within: 25, beyond: 0, limit: 50 });
  });

  it('tells what is beyond the limit apart, and ends at twice the limit', () => {
    expect(age(15, 10)).toEqual({ minutes: 900, within: 50, beyond: 25, limit: 50 });
    expect(age(100, 10)).toMatchObject({ within: 50, beyond: 50 });
  });

  it('is late in the evening on which it was due, though no clock runs before the morning', () => {
    expect(age(10, 10, true).beyond).toBeGreaterThan(0);
    expect(age(10, 10).beyond).toBe(0);
  });

  it('has no mark where it is due on no day, and is full after a working week', () => {
    expect(age(22.5, null)).toEqual({ minutes: 1_350, within: 50, beyond: 0, limit: null });
    expect(age(1000, null).within).toBe(100);
  });

  it('is late from the first moment where it was due before it came', () => {
    expect(age(1, 0, true)).toMatchObject({ within: 0, limit: 0 });
    expect(age(1, 0, true).beyond).toBeGreaterThan(0);
    expect(age(0, 0)).toEqual({ minutes: 0, within: 0, beyond: 0, limit: null });
  });
});
