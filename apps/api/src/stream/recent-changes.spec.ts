import { RecentChanges } from './recent-changes';

const MINUTE = 60_000;

describe('whom something has concerned lately', () => {
  let now = 0;
  const changes = (): RecentChanges => {
    now = 0;
    return new RecentChanges(() => now);
  };

  it('is everybody as long as it is not known what was before', () => {
    const recent = changes();
    expect(recent.mayHaveMissed('ann')).toBe(true);
    now = MINUTE;
    expect(recent.mayHaveMissed('ann')).toBe(false);
    recent.concernEverybody();
    expect(recent.mayHaveMissed('ann')).toBe(true);
  });

  it('is whom a change has named, for a minute at least and two at most', () => {
    const recent = changes();
    for (const at of [MINUTE, 1.5 * MINUTE, 1.99 * MINUTE]) {
      now = at;
      recent.concern(['ann']);
    }
    for (const [later, missed] of [
      [0, true],
      [0.99 * MINUTE, true],
      [2 * MINUTE, false],
    ] as const) {
      now = 1.99 * MINUTE + later;
      expect([later, recent.mayHaveMissed('ann'), recent.mayHaveMissed('ben')]).toEqual([later, missed, false]);
    }
  });

  it('forgets what happened long ago, also where nothing has happened since', () => {
    const recent = changes();
    now = MINUTE;
    recent.concern(['ann']);
    now = 60 * MINUTE;
    expect(recent.mayHaveMissed('ann')).toBe(false);
  });
});
