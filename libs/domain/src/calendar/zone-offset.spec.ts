import { Temporal as Dates } from 'temporal-polyfill';
import { fc } from '../../../../test/support/seeded';
import { instantAt, localMoment } from './local-time';
import { stretchAt } from './zone-offset';

const ZONES = Intl.supportedValuesOf('timeZone');
const zone = fc.constantFrom(...ZONES);
const instant = fc.integer({ min: Date.parse('1900-01-02T00:00:00Z'), max: Date.parse('2199-12-30T00:00:00Z') });

/** What the library says by itself, with nothing remembered. */
function wallOf(at: number, timeZone: string): { day: string; ms: number } {
  const local = Dates.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return { day: local.toPlainDate().toString(), ms: ((local.hour * 60 + local.minute) * 60 + local.second) * 1_000 + local.millisecond };
}

const instantOf = (day: string, ms: number, timeZone: string): number =>
  Dates.PlainDate.from(day).toPlainDateTime().add({ milliseconds: ms }).toZonedDateTime(timeZone).epochMilliseconds;

/** An instant at a change of a zone's clocks or within two days of one; any other where the zone does not change them. */
function nearChange(at: number, timeZone: string, off: number): number {
  const { from, to } = stretchAt(timeZone, at);
  const change = Number.isFinite(to) ? to : Number.isFinite(from) ? from : at;
  return change + off;
}

describe('what a zone shows, remembered', () => {
  it('is what the library shows, at any instant', () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, at) => {
        expect(localMoment(new Date(at).toISOString(), timeZone)).toEqual(wallOf(at, timeZone));
      }),
      { numRuns: 200 },
    );
  });

  it('and within two days of a change of clocks, both ways, times left out and times that come twice among them', () => {
    const off = fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: -172_800_000, max: 172_800_000 }));
    fc.assert(
      fc.property(zone, instant, off, (timeZone, any, away) => {
        const at = nearChange(any, timeZone, away);
        expect(localMoment(new Date(at).toISOString(), timeZone)).toEqual(wallOf(at, timeZone));
        // The wall of Greenwich is a time of day like any other there.
        const { day, ms } = wallOf(at, 'UTC');
        expect(Date.parse(instantAt({ day, ms }, timeZone))).toBe(instantOf(day, ms, timeZone));
        const there = wallOf(at, timeZone);
        expect(Date.parse(instantAt(there, timeZone))).toBe(instantOf(there.day, there.ms, timeZone));
      }),
      { numRuns: 300 },
    );
  });
});
