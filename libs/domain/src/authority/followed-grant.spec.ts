import type { Limit } from '../request/grant';
import type { AskedGrant } from './asked-grant';
import { followedGrant, type StandingGrant } from './followed-grant';

const cny = (minor: string): Limit => ({ minor, currency: 'CNY' });
const BY = { number: 'SQ-2026-0001', today: '2026-12-01' };

const asked = (more: Partial<AskedGrant> = {}): AskedGrant => ({
  ...{ role: 'manager', person: null, kind: 'approve-within-limit', matter: 'expense', plan: 'in', reach: 'limit', limit: cny('8') },
  ...{ withheldReason: null, scope: null, from: '2026-12-05', until: null },
  ...more,
});
const standing = (more: Partial<StandingGrant> = {}): StandingGrant => ({
  ...{
    key: 'old',
    role: 'manager',
    person: null,
    kind: 'approve-within-limit',
    matter: 'expense',
    plan: 'in',
    scope: 'hq',
    limit: cny('5'),
  },
  ...{ state: 'granted', withheldReason: null, source: 'A004', title: null, validFrom: '2026-01-01', validTo: null },
  ...more,
});
/** Grants as `plan limit from – to`. */
const said = (grants: readonly StandingGrant[]): string[] =>
  grants.map(({ plan, scope, limit, state, validFrom, validTo }) => {
    const upTo = state === 'withheld' ? 'withheld' : limit === null || limit === 'no-limit' ? String(limit) : limit.minor;
    return `${scope} ${plan} ${upTo} ${validFrom} – ${validTo}`;
  });
const follow = (more: Partial<AskedGrant>, grants: StandingGrant[]) => {
  const { ended, made } = followedGrant(asked(more), grants, BY);
  return { ended: said(ended), made: said(made) };
};

describe('grants that follow an approved request', () => {
  it('end on its day, and the new one begins there, under the number of the request', () => {
    expect(follow({}, [standing()])).toEqual({
      ended: ['hq in 5 2026-01-01 – 2026-12-05'],
      made: ['hq in 8 2026-12-05 – null'],
    });
    expect(followedGrant(asked(), [standing()], BY).made[0]).toMatchObject({ key: 'request.sq-2026-0001', source: 'SQ-2026-0001' });
  });

  it('begin on the day of the approval where that is later', () => {
    expect(follow({ from: '2026-11-01' }, [standing()]).made).toEqual(['hq in 8 2026-12-01 – null']);
    expect(follow({ from: '2026-11-01', until: '2026-12-01' }, [standing()])).toEqual({ ended: [], made: [] });
  });

  it('hold again as they did when it ends', () => {
    expect(follow({ until: '2027-01-01' }, [standing()]).made).toEqual(['hq in 8 2026-12-05 – 2027-01-01', 'hq in 5 2027-01-01 – null']);
    const ends = standing({ validTo: '2026-12-20' });
    expect(follow({ until: '2027-01-01' }, [ends]).made).toEqual(['hq in 8 2026-12-05 – 2027-01-01']);
  });

  it('stay as they are on the other side of the plan', () => {
    expect(follow({}, [standing({ plan: 'over' })])).toEqual({ ended: [], made: ['null in 8 2026-12-05 – null'] });
    expect(follow({}, [standing({ plan: 'any' })]).made).toEqual(['hq in 8 2026-12-05 – null', 'hq over 5 2026-12-05 – null']);
    expect(follow({ until: '2027-01-01' }, [standing({ plan: 'any' })]).made).toEqual([
      'hq in 8 2026-12-05 – 2027-01-01',
      'hq over 5 2026-12-05 – null',
      'hq in 5 2027-01-01 – null',
    ]);
    expect(follow({ plan: 'any' }, [standing(), standing({ key: 'over', plan: 'over' })])).toEqual({
      ended: ['hq in 5 2026-01-01 – 2026-12-05', 'hq over 5 2026-01-01 – 2026-12-05'],
      made: ['hq any 8 2026-12-05 – null'],
    });
  });

  it('leave to a later day what was arranged for it', () => {
    const later = standing({ key: 'later', validFrom: '2027-03-01' });
    expect(follow({}, [standing({ validTo: '2027-03-01' }), later]).made).toEqual(['hq in 8 2026-12-05 – 2027-03-01']);
    expect(follow({ until: '2027-04-01' }, [standing({ validTo: '2027-03-01' }), later]).made).toEqual(['hq in 8 2026-12-05 – 2027-03-01']);
  });

  it('are changed in each unit where they hold, or in the one that is named', () => {
    const two = [standing(), standing({ key: 'store', scope: 'store' })];
    expect(follow({}, two).made).toEqual(['hq in 8 2026-12-05 – null', 'store in 8 2026-12-05 – null']);
    expect(follow({ scope: 'store' }, two)).toEqual({
      ended: ['store in 5 2026-01-01 – 2026-12-05'],
      made: ['store in 8 2026-12-05 – null'],
    });
    expect(follow({ scope: 'elsewhere' }, two).made).toEqual(['elsewhere in 8 2026-12-05 – null']);
  });

  it('are withheld, or blank, where that is asked', () => {
    expect(follow({ reach: 'withheld', limit: null, withheldReason: 'disputed' }, [standing()]).made).toEqual([
      'hq in withheld 2026-12-05 – null',
    ]);
    expect(follow({ reach: 'upward', limit: null }, [standing()]).made).toEqual(['hq in null 2026-12-05 – null']);
  });

  it('are those of that holder, kind and matter alone', () => {
    const others = [
      standing({ role: 'clerk' }),
      standing({ role: null, person: 'p' }),
      standing({ kind: 'approve' }),
      standing({ matter: 'trip' }),
      standing({ validTo: '2026-12-05' }),
    ];
    expect(follow({}, others)).toEqual({ ended: [], made: ['null in 8 2026-12-05 – null'] });
  });
});
