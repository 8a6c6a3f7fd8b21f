import { daysOf, exceptionsIn, hoursIn, isIn, monthBeside, spanAfter, stripOf } from './days';

describe('days of a calendar', () => {
  it('are selected one by one, and with Shift as far as the press', () => {
    const one = spanAfter(null, '2026-10-12', true);
    expect(one).toEqual({ from: '2026-10-12', to: '2026-10-12' });
    expect(spanAfter(one, '2026-10-14', true)).toEqual({ from: '2026-10-12', to: '2026-10-14' });
    expect(spanAfter(one, '2026-10-09', true)).toEqual({ from: '2026-10-09', to: '2026-10-12' });
    expect(spanAfter(one, '2026-10-14', false)).toEqual({ from: '2026-10-14', to: '2026-10-14' });
    expect([isIn('2026-10-13', { from: '2026-10-12', to: '2026-10-14' }), isIn('2026-10-13', null)]).toEqual([true, false]);
    expect(daysOf({ from: '2026-10-31', to: '2026-11-01' })).toBe(2);
  });

  it('lie in months that follow one another over the turn of a year', () => {
    expect([monthBeside('2026-12', 1), monthBeside('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
  });

  it('show when a clock runs, and nothing where it stands still', () => {
    expect(stripOf('')).toEqual([]);
    expect(stripOf('06:00–12:00, 18:00–24:00')).toEqual([
      { from: 0.25, to: 0.5 },
      { from: 0.75, to: 1 },
    ]);
  });

  it('take hours as people write them, and nothing that is none', () => {
    expect(hoursIn('9:00-12:00，13:00 – 18:00')).toEqual([
      ['09:00', '12:00'],
      ['13:00', '18:00'],
    ]);
    expect([hoursIn(' '), hoursIn('18:00–24:00')]).toEqual([[], [['18:00', '24:00']]]);
    for (const text of ['9–12', '12:00–09:00', '13:00–18:00, 09:00–12:00', '09:00–25:00', 'closed', '09:00–12:00,'])
      expect(hoursIn(text)).toBeNull();
  });

  it('have the exceptions that begin before and end after too', () => {
    const on = (from: string, to: string) => ({ from, to, clock: 'store' as const, hours: [], reason: { zh: '停电', en: 'Power cut' } });
    const all = [
      on('2026-09-28', '2026-10-02'),
      on('2026-10-31', '2026-11-02'),
      on('2026-12-01', '2026-12-01'),
      on('2026-09-01', '2026-12-31'),
    ];
    expect(exceptionsIn(all, '2026-10')).toHaveLength(3);
  });
});
