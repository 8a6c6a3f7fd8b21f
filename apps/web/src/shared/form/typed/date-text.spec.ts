import { dateDoubt, parseDateText, rangeDoubt } from './date-text';

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

  it('reads days by today', () => {
    const days = ['前天', '昨天', '今天', ' 明天 ', 'Yesterday', 'today', 'tomorrow'].map((text) => parseDateText(text, '2026-03-01'));
    expect(days).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02', '2026-02-28', '2026-03-01', '2026-03-02']);
  });

  it('tells of a range which end is missing, and which is no day', () => {
    expect(rangeDoubt({ from: '2026-11-20', to: '' })).toEqual({ half: true });
    expect(rangeDoubt({ from: '2026-11-20' })).toEqual({ half: true });
    expect(rangeDoubt({ from: '上周', to: '2026-11-20' })).toEqual({ text: '上周' });
    expect(rangeDoubt({ from: '2026-02-30', to: '2026-11-20' })).toBeNull();
    expect([rangeDoubt('2026-11-20'), rangeDoubt(null), rangeDoubt({})]).toEqual([null, null, null]);
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

  it.each([
    ['20 Nov', '2026-11-20'],
    ['Nov 20', '2026-11-20'],
    ['20 Nov 2026', '2026-11-20'],
    ['Nov 20, 2026', '2026-11-20'],
    ['20th November 2026', '2026-11-20'],
    ['Fri, 20 Nov 2026', '2026-11-20'],
    ['20-Nov-2026', '2026-11-20'],
    ['20 Nov 2026, 09:12', '2026-11-20'],
    ['20 NOV 2025', '2025-11-20'],
    ['Sept 1', '2026-09-01'],
    ['1 of May 2026', '2026-05-01'],
    ['20/11/2026', '2026-11-20'],
    ['11/20/2026', '2026-11-20'],
    ['5/5/2026', '2026-05-05'],
  ])('reads English: %s', (text, day) => {
    expect(parseDateText(text, TODAY, 'past')).toBe(day);
  });

  it('takes no day that may be read in two ways, or is no day of that month, and says which', () => {
    expect(parseDateText('6/11/2026', TODAY)).toBeNull();
    expect(parseDateText('31 Nov 2026', TODAY)).toBeNull();
    expect(parseDateText('20 November2 2026', TODAY)).toBeNull();
    expect(parseDateText('Novem 20', TODAY)).toBeNull();
    expect(['6/11/2026', '昨天', 'next week', '2026-02-30', '31 Nov', '32/13/2026'].map(dateDoubt)).toEqual([
      'two-ways',
      'unread',
      'unread',
      null,
      null,
      null,
    ]);
  });

  it('refuses days that no calendar has', () => {
    expect(parseDateText('2026-02-30', TODAY)).toBeNull();
    expect(parseDateText('2026-13-01', TODAY)).toBeNull();
    expect(parseDateText('soon', TODAY)).toBeNull();
  });
});
