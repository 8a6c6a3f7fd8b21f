import { parseDateText } from './date-text';

const TODAY = '2026-11-22';

describe('parseDateText', () => {
  it.each(['2026-11-6', '2026/11/06', '2026.11.6', '20261106', '2026年11月6日', ' ２０２６-１１-０６ ', '2026-11-06T00:00:00'])(
    'reads %s',
    (text) => {
      expect(parseDateText(text, TODAY)).toBe('2026-11-06');
    },
  );

  it('takes a day without a year from the last twelve months', () => {
    expect(parseDateText('11-06', TODAY)).toBe('2026-11-06');
    expect(parseDateText('12月24日', TODAY)).toBe('2025-12-24');
  });

  it('refuses days that no calendar has', () => {
    expect(parseDateText('2026-02-30', TODAY)).toBeNull();
    expect(parseDateText('2026-13-01', TODAY)).toBeNull();
    expect(parseDateText('soon', TODAY)).toBeNull();
  });
});
