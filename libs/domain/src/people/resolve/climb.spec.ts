import { fc } from '../../../../../test/support/seeded';
import type { Directory } from '../directory';
import { blocked, scene, seats, trail } from './resolve-scene.fixture';
import { cny, grant } from '../sample-company.fixture';

describe('the grant of a role', () => {
  it('reaches as far as the post of that role, not as far as another post of the same person', () => {
    const withSecondPost = (directory: Directory) => {
      const own = directory.positions.find((post) => post.personId === 'zhang');
      if (!own) throw new Error('Expected Zhang to hold a post, but there is none');
      // As area manager he may approve; for the whole company he is but a secretary.
      directory.positions.push({ ...own, id: 'second', role: 'secretary', unitId: 'hq', covers: [], primary: false, superiorId: null });
      own.covers = ['finance'];
    };
    const { derivation } = scene({ state: { fields: { amount: cny(100), inPlan: true } }, directory: withSecondPost });
    expect(derivation.rules[0]?.candidates.find(({ person }) => person === 'zhang')?.removed?.code).toBe('no-authority');
  });
});

describe('climbing superiors', () => {
  it('ends at the first whose limit covers the amount, and says who was passed over', () => {
    const found = scene();
    expect(found.verdict).toEqual(seats('zhou'));
    expect(trail(found)).toEqual(['zhang limit-too-low', 'sun limit-too-low', 'zhou ✓']);
    expect(found.derivation).toMatchObject({ amount: cny(12_300), plan: 'in', result: 'seats' });
  });

  it.each([
    [1_000, 'zhang'],
    [1_000.01, 'sun'],
    [5_000, 'sun'],
    [20_000, 'zhou'],
    [20_000.01, 'zheng'],
    [9_000_000, 'zheng'],
  ])('sends ¥%p in plan to %s', (yuan, person) => {
    expect(scene({ state: { fields: { amount: cny(yuan), inPlan: true } } }).verdict).toEqual(seats(person));
  });

  it.each([
    [100, 'zheng'],
    [500_000, 'zheng'],
    [500_000.01, 'gao'],
  ])('sends ¥%p over plan to %s, a blank plan being over plan', (yuan, person) => {
    for (const inPlan of [false, null]) expect(scene({ state: { fields: { amount: cny(yuan), inPlan } } }).verdict).toEqual(seats(person));
  });

  it('goes on upward past a blank limit (G01)', () => {
    const found = scene({
      directory: (directory) =>
        (directory.grants = directory.grants.map((each) => (each.role === 'ops-director' ? { ...each, limit: null } : each))),
    });
    expect(found.verdict).toEqual(seats('zheng'));
    expect(trail(found)).toContain('zhou limit-blank');
  });

  it('asks for the one with no limit when the amount is blank', () => {
    expect(scene({ state: { fields: { amount: null, inPlan: true } } }).verdict).toEqual(seats('zheng'));
  });

  it('shows the whole ladder to the top, those beyond the chosen included', () => {
    const { ladder } = scene().derivation;
    expect(
      ladder.map(({ person, limit, removed }) => [person, limit === 'no-limit' ? limit : limit?.minor, removed?.code ?? null]),
    ).toEqual([
      ['zhang', '100000', 'limit-too-low'],
      ['sun', '500000', 'limit-too-low'],
      ['zhou', '2000000', null],
      ['zheng', 'no-limit', null],
      ['gao', 'no-limit', 'plan-not-covered'],
    ]);
  });

  it('passes over vacant posts, people who left, and withheld grants with their reason', () => {
    const found = scene({
      directory: (directory) => {
        directory.positions.find((post) => post.role === 'area-manager')!.personId = null;
        directory.people.sun!.active = false;
        directory.grants = [
          grant('ops-director', 20_000, 'in', { state: 'withheld', withheldReason: '待复核' }),
          ...directory.grants.filter((each) => each.role !== 'ops-director'),
        ];
      },
    });
    expect(found.verdict).toEqual(seats('zheng'));
    expect(trail(found)).toEqual(['null vacant', 'sun inactive', 'zhou grant-withheld', 'zheng ✓']);
    expect(found.derivation.rules[0]?.candidates[2]?.removed?.params).toEqual({ reason: '待复核' });
  });

  it('passes over the beneficiary', () => {
    expect(scene({ state: { beneficiary: 'zhou' } }).verdict).toEqual(seats('zheng'));
  });

  it('does not take a grant that serves another unit', () => {
    const found = scene({
      directory: (directory) =>
        directory.grants.forEach((each) => {
          if (each.role === 'ops-director') each.scopeUnitId = 'finance';
        }),
    });
    expect(found.verdict).toEqual(seats('zheng'));
    expect(trail(found)).toContain('zhou no-authority');
  });

  it('blocks with the operators when nobody up to the top covers it', () => {
    const found = scene({ directory: (directory) => (directory.grants = []) });
    expect(found.verdict).toEqual(blocked);
    expect(trail(found)).toHaveLength(5);
  });

  it('blocks the request of somebody at the top, and never lets them approve it themselves', () => {
    expect(scene({ state: { requester: { id: 'gao', roles: ['group-gm'], unitId: 'hq' } } }).verdict).toEqual(blocked);
  });

  it('ends where a broken reporting line comes back to itself', () => {
    const found = scene({
      directory: (directory) => {
        directory.positions.find((post) => post.role === 'area-manager')!.superiorId = 'post-store-manager';
      },
    });
    expect(found.verdict).toEqual(blocked);
  });
});

describe('whoever is chosen', () => {
  const yuan = fc.integer({ min: 0, max: 3_000_000 });
  const limits = fc.array(fc.oneof(fc.constant(null), fc.constant('no-limit' as const), fc.integer({ min: 0, max: 3_000_000 })), {
    minLength: 5,
    maxLength: 5,
  });
  const people = ['na', 'zhang', 'sun', 'zhou', 'zheng', 'gao'];
  const line = ['area-manager', 'ops-manager', 'ops-director', 'gm', 'group-gm'];

  it('always covers the amount and is never the requester, the beneficiary or gone', () => {
    fc.assert(
      fc.property(
        yuan,
        limits,
        fc.constantFrom(...people),
        fc.record({ beneficiary: fc.option(fc.constantFrom(...people)), gone: fc.subarray(people) }),
        (amount, given, asks, { beneficiary, gone }) => {
          const found = scene({
            state: { fields: { amount: cny(amount), inPlan: true }, beneficiary, requester: { id: asks, roles: [], unitId: 'xuhui' } },
            directory: (directory) => {
              directory.grants = line.map((role, index) => grant(role, given[index] ?? null, 'any'));
              for (const person of gone) directory.people[person]!.active = false;
            },
          });
          if (found.verdict.kind !== 'seats') return found.verdict.kind === 'blocked';
          const [person] = found.verdict.people as [string];
          const limit = given[people.indexOf(person) - 1] ?? null;
          return (
            person !== asks &&
            person !== beneficiary &&
            !gone.includes(person) &&
            (limit === 'no-limit' || (limit !== null && limit >= amount))
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
