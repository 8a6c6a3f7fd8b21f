import { endOfDay } from './end-of-day';

describe('the end of a day', () => {
  it.each([
    ['2026-11-22', 'Asia/Shanghai', '2026-11-22T15:59:59.999Z'],
    ['2026-12-31', 'UTC', '2026-12-31T23:59:59.999Z'],
    ['2026-03-28', 'Europe/Berlin', '2026-03-28T22:59:59.999Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-29T21:59:59.999Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-25T22:59:59.999Z'],
  ])('of %s in %s is %s', (day, zone, end) => {
    expect(endOfDay(day, zone)).toBe(end);
  });
});
