import { isTimeZone, zoneOrFallback } from './time-zone';

describe('time zones', () => {
  it.each(['Asia/Shanghai', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+12', 'Pacific/Kiritimati'])('know %s', (zone) => {
    expect(isTimeZone(zone)).toBe(true);
    expect(zoneOrFallback(zone)).toBe(zone);
  });

  it.each(['Mars/Phobos', '', ' ', '+08:00', '-08', 'Asia/Shanghai ', 'Asia/Shanghai\u0000', 'x'.repeat(10_000), 'constructor', '北京'])(
    'do not know %j',
    (zone) => {
      expect(isTimeZone(zone)).toBe(false);
      expect(zoneOrFallback(zone)).toBe('UTC');
    },
  );
});
