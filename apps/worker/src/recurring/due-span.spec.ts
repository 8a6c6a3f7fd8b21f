import { dueSpan } from './due-span';

const LONG_AGO = '2026-01-01T00:00:00.000Z';
const within = (at: string, { after, until }: { after: string; until: string }): boolean => after < at && at <= until;

describe('what is looked at when a process fires', () => {
  const due = '2026-11-29T00:00:00.000Z';
  it.each([
    ['in that moment', '2026-11-29T00:00:00.020Z'],
    ['by a clock that is behind the one that fired', '2026-11-28T23:59:59.800Z'],
    ['by a clock that is some seconds behind', '2026-11-28T23:59:57.000Z'],
    ['a day later, and some minutes', '2026-11-30T00:07:00.000Z'],
    ['a day later, with an hour that came twice in between', '2026-11-30T01:07:00.000Z'],
  ])('is what was due %s', (_, now) => {
    expect(within(due, dueSpan({ since: LONG_AGO, now }))).toBe(true);
  });

  it.each([
    ['two days ago', '2026-12-01T00:00:00.000Z', LONG_AGO],
    ['before it was in use', '2026-11-29T00:00:01.000Z', '2026-11-29T00:00:00.500Z'],
    ['in a minute', '2026-11-28T23:59:00.000Z', LONG_AGO],
  ])('is not what was due, or is, %s', (_, now, since) => {
    expect(within(due, dueSpan({ since, now }))).toBe(false);
  });
});
