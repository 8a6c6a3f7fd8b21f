import { afterQuiet, nextTimeOfDay } from './mail-time';

const ZONE = 'Asia/Shanghai';

describe('a time of day', () => {
  it('is today where it is still to come, and tomorrow otherwise', () => {
    expect(nextTimeOfDay('2026-11-29T00:30:00.000Z', '09:00', ZONE)).toBe('2026-11-29T01:00:00.000Z');
    expect(nextTimeOfDay('2026-11-29T01:00:00.000Z', '09:00', ZONE)).toBe('2026-11-29T01:00:00.000Z');
    expect(nextTimeOfDay('2026-11-29T01:00:00.001Z', '09:00', ZONE)).toBe('2026-11-30T01:00:00.000Z');
    expect(nextTimeOfDay('2026-12-31T20:00:00.000Z', '03:30', ZONE)).toBe('2027-01-01T19:30:00.000Z');
  });
});

describe('quiet hours', () => {
  const night = { from: '21:00', to: '08:00' };
  it('put off what falls into them until they end, over midnight too', () => {
    expect(afterQuiet('2026-11-29T13:00:00.000Z', night, ZONE)).toBe('2026-11-30T00:00:00.000Z');
    expect(afterQuiet('2026-11-29T20:00:00.000Z', night, ZONE)).toBe('2026-11-30T00:00:00.000Z');
    expect(afterQuiet('2026-11-29T05:00:00.000Z', { from: '12:00', to: '14:00' }, ZONE)).toBe('2026-11-29T06:00:00.000Z');
  });
  it('leave alone what falls on their end, outside of them, or where there are none', () => {
    for (const at of ['2026-11-30T00:00:00.000Z', '2026-11-29T12:59:59.999Z']) expect(afterQuiet(at, night, ZONE)).toBe(at);
    const at = '2026-11-29T20:00:00.000Z';
    expect(afterQuiet(at, null, ZONE)).toBe(at);
    expect(afterQuiet(at, { from: '08:00', to: '08:00' }, ZONE)).toBe(at);
  });
});
