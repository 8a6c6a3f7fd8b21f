import { calendarDays, clockText, dayText, daysLate, withoutThisYear } from './moment';

const now = new Date(2026, 10, 22, 10, 0);

describe('moments in words', () => {
  it('counts calendar days, not spans of 24 hours', () => {
    expect(calendarDays(new Date(2026, 10, 21, 23, 59), now)).toBe(-1);
    expect(calendarDays(new Date(2026, 10, 23, 0, 1), now)).toBe(1);
  });
  it('says of what was due with a day how many days have begun since, of what was due at an hour nothing', () => {
    expect(daysLate(new Date(2026, 10, 19, 23, 59, 59, 999), now)).toBe(3);
    expect(daysLate(new Date(2026, 10, 21, 23, 59, 59, 999), now)).toBe(1);
    expect(daysLate(new Date(2026, 10, 19, 18, 0), now)).toBeNull();
  });
  it('writes the clock with two figures each', () => {
    expect(clockText(new Date(2026, 10, 22, 9, 5))).toBe('09:05');
  });
  it('says the year only where it is another one', () => {
    expect(dayText(new Date(2026, 10, 2), 'zh', now)).toBe('11-02');
    expect(dayText(new Date(2025, 10, 2), 'zh', now)).toBe('2025-11-02');
    expect(dayText(new Date(2026, 10, 2), 'en', now)).toBe('2 Nov');
  });
  it('drops this year from a range and keeps any other', () => {
    expect(withoutThisYear('2026-11-02 至 11-10', now)).toBe('11-02 至 11-10');
    expect(withoutThisYear('2 Nov – 10 Nov 2026', now)).toBe('2 Nov – 10 Nov');
    expect(withoutThisYear('2025-12-30 至 2026-01-02', now)).toBe('2025-12-30 至 01-02');
    expect(withoutThisYear('BX-2026-0147', now)).toBe('BX-2026-0147');
  });
});
