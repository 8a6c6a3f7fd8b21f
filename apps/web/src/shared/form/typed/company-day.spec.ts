import { dayIn } from './company-day';

describe('the day by which dates are judged', () => {
  it('is the company’s, wherever the device is', () => {
    const evening = new Date('2026-11-28T20:50:00Z');
    expect(dayIn('Asia/Shanghai', evening)).toBe('2026-11-29');
    expect(dayIn('UTC', evening)).toBe('2026-11-28');
    expect(dayIn('Pacific/Kiritimati', new Date('2026-12-31T10:00:00Z'))).toBe('2027-01-01');
    expect(dayIn('Etc/GMT+12', new Date('2026-12-31T10:00:00Z'))).toBe('2026-12-30');
  });

  it('has two figures for month and day', () => {
    expect(dayIn('Asia/Shanghai', new Date('2026-03-04T02:00:00Z'))).toBe('2026-03-04');
  });
});
