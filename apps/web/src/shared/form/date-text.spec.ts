import { parseDateText } from './date-text';

const TODAY = '2026-11-22';

describe('parseDateText', () => {
  it.each([
    '2026-11-6',
    '2026/11/06',
    '2026.11.6',
    '20261106',
    '2026年11月6日',
    ' ２０２６-１１-０６ ',
    '2026-11-06T00:00:00',
    '2026/11/6 0:00',
    '2026-11-06 08:30:00',
  ])('reads %s', (text) => {
    expect(parseDateText(text, TODAY)).toBe('2026-11-06');
  });

  it('takes a day without a year from where the field says that its days lie', () => {
    expect(parseDateText('11-06', TODAY, 'past')).toBe('2026-11-06');
    expect(parseDateText('12月24日', TODAY, 'past')).toBe('2025-12-24');
    expect(parseDateText('12月24日', TODAY, 'future')).toBe('2026-12-24');
    expect(parseDateText('11-06', TODAY, 'future')).toBe('2027-11-06');
    expect(parseDateText('12-24', TODAY)).toBe('2026-12-24');
    expect(parseDateText('1-5', TODAY)).toBe('2027-01-05');
    expect(parseDateText('2-29', '2028-03-01', 'past')).toBe('2028-02-29');
    expect(parseDateText('2-29', TODAY)).toBeNull();
  });

  it('refuses days that no calendar has', () => {
    expect(parseDateText('2026-02-30', TODAY)).toBeNull();
    expect(parseDateText('2026-13-01', TODAY)).toBeNull();
    expect(parseDateText('soon', TODAY)).toBeNull();
  });
});
