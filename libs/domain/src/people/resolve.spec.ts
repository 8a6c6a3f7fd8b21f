import fc from 'fast-check';
import type { Assignee } from '../definition/assignee.schema';
import type { DefinitionInput } from '../definition/definition.schema';
import type { RequestContext, StepState } from '../engine/request-state';
import type { Step } from '../definition/step.schema';
import type { Directory } from './directory';
import { resolve } from './resolve';
import { cny, grant, sampleDefinition, sampleDirectory, stateBefore } from './sample-company.fixture';

type StepInput = DefinitionInput['flow'][number];
interface Scene {
  step?: Partial<Extract<Step, { kind: 'approve' }>> | Record<string, unknown>;
  state?: Partial<RequestContext>;
  directory?: (directory: Directory) => void;
}

/** Resolves one step (by default the climbing approval of ¥12,300) in a company that the scene has changed. */
function scene({ step = {}, state = {}, directory: change }: Scene = {}) {
  const definition = sampleDefinition();
  const template = definition.flow.find((each) => each.id === 'approval') as Step;
  const { mayReject: _mayReject, ...shared } = template as Extract<Step, { kind: 'approve' }>;
  const changed = sampleDefinition({ flow: [{ ...shared, ...step } as StepInput] }).flow[0] as Step;
  const directory = sampleDirectory();
  change?.(directory);
  return resolve({ definition, steps: { approval: changed } }, stateBefore(state), 'approval', directory);
}

const by = (assignee: Assignee | Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  assignee,
  authority: undefined,
  ...more,
});
const seats = (...people: string[]) => ({ kind: 'seats', people });
const blocked = { kind: 'blocked', owners: ['ops'], reason: 'no-approver' };
const trail = ({ derivation }: ReturnType<typeof scene>) =>
  derivation.rules.flatMap((rule) => rule.candidates.map(({ person, removed }) => `${person} ${removed?.code ?? '✓'}`));
const passed = (person: string): StepState => ({
  generation: 1,
  status: 'passed',
  seats: [{ seat: 0, person }],
  votes: [{ person, type: 'approve', stance: null, at: '' }],
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

describe('a direct superior', () => {
  it('is the next post that somebody may act on', () => {
    expect(scene({ step: by({ by: 'superior' }) }).verdict).toEqual(seats('zhang'));
    expect(scene({ step: by({ by: 'superior', level: 3 }) }).verdict).toEqual(seats('zhou'));
  });

  it('is the one above where the post is vacant or held by the requester (G53)', () => {
    const vacancy = scene({
      step: by({ by: 'superior' }),
      directory: (directory) => (directory.positions.find((post) => post.role === 'area-manager')!.personId = null),
    });
    expect(vacancy.verdict).toEqual(seats('sun'));
    const own = scene({
      step: by({ by: 'superior' }),
      directory: (directory) => (directory.positions.find((post) => post.role === 'area-manager')!.personId = 'na'),
    });
    expect(own.verdict).toEqual(seats('sun'));
    expect(trail(own)).toEqual(['na is-requester', 'sun ✓']);
  });

  it('is counted from the primary post', () => {
    const found = scene({
      step: by({ by: 'superior' }),
      directory: (directory) =>
        directory.positions.unshift({ ...directory.positions[0]!, id: 'second', primary: false, superiorId: 'post-gm' }),
    });
    expect(found.verdict).toEqual(seats('zhang'));
  });

  it('may be that of a person or the head of a unit that a field names', () => {
    expect(scene({ step: by({ by: 'superior', of: { field: 'witness' } }), state: { fields: { witness: 'chen' } } }).verdict).toEqual(
      seats('song'),
    );
    expect(scene({ step: by({ by: 'superior', of: { field: 'shop' } }), state: { fields: { shop: 'ops' } } }).verdict).toEqual(
      seats('zhou'),
    );
    expect(scene({ step: by({ by: 'superior', of: { field: 'witness' } }), state: { fields: { witness: null } } }).verdict).toEqual(
      blocked,
    );
  });
});

describe('holders of a role', () => {
  const second = (directory: Directory, place: { covers: string[]; unitId?: string }) => {
    directory.positions.push({
      ...directory.positions.find((post) => post.role === 'finance-specialist')!,
      id: 'post-2',
      personId: 'chen',
      ...place,
    });
  };

  it('are those who serve the requester’s unit', () => {
    expect(scene({ step: by({ by: 'role', role: 'finance-specialist' }) }).verdict).toEqual(seats('liu'));
    expect(
      scene({
        step: by({ by: 'role', role: 'finance-specialist' }),
        directory: (directory) => (directory.positions.find((post) => post.personId === 'liu')!.covers = []),
      }).verdict,
    ).toEqual(blocked);
  });

  it('come nearest first, the farther ones being shown', () => {
    const found = scene({
      step: by({ by: 'role', role: 'finance-specialist' }),
      directory: (directory) => second(directory, { covers: ['xuhui'] }),
    });
    expect(found.verdict).toEqual(seats('chen'));
    expect(trail(found)).toEqual(['chen ✓', 'liu not-nearest']);
  });

  it('each get a seat where they are equally near, in one order', () => {
    expect(
      scene({ step: by({ by: 'role', role: 'finance-specialist' }), directory: (directory) => second(directory, { covers: ['area'] }) })
        .verdict,
    ).toEqual(seats('chen', 'liu'));
  });

  it('farther away step in where the nearest may not act', () => {
    const found = scene({
      step: by({ by: 'role', role: 'finance-specialist' }),
      state: { beneficiary: 'chen' },
      directory: (directory) => second(directory, { covers: ['xuhui'] }),
    });
    expect(found.verdict).toEqual(seats('liu'));
  });

  it('are found wherever they are when the whole company is the scope', () => {
    const found = scene({
      step: by({ by: 'role', role: 'finance-specialist', scope: 'company' }),
      directory: (directory) => second(directory, { covers: ['finance'] }),
    });
    expect(found.verdict).toEqual(seats('chen', 'liu'));
  });
});

describe('one person', () => {
  it('is named by the definition, a field or the requester', () => {
    expect(scene({ step: by({ by: 'person', person: 'song' }) }).verdict).toEqual(seats('song'));
    expect(scene({ step: by({ by: 'field', field: 'witness' }), state: { fields: { witness: 'liu' } } }).verdict).toEqual(seats('liu'));
    expect(scene({ step: by({ by: 'choice' }), state: { choices: { approval: 'song' } } }).verdict).toEqual(seats('song'));
  });

  it('must hold one of the roles that a choice is limited to', () => {
    const found = scene({ step: by({ by: 'choice', roles: ['finance-director'] }), state: { choices: { approval: 'liu' } } });
    expect(found.verdict).toEqual(blocked);
    expect(trail(found)).toEqual(['liu lacks-role']);
  });

  it('is the requester only for work that is expressly theirs', () => {
    expect(scene({ step: { ...by({ by: 'requester' }), kind: 'work' } }).verdict).toEqual(seats('na'));
    const found = scene({
      step: { ...by({ by: 'field', field: 'witness' }), kind: 'work' },
      state: { fields: { witness: 'na' } },
    });
    expect(found.verdict).toEqual(blocked);
  });
});

describe('separation of duties', () => {
  it('keeps out who decided a step that must be distinct', () => {
    const found = scene({
      step: by({ by: 'person', person: 'song' }, { distinctFrom: ['check'], fallback: [{ by: 'person', person: 'zheng' }] }),
      state: { steps: { check: passed('song') } },
    });
    expect(found.verdict).toEqual(seats('zheng'));
    expect(found.derivation.rules.map((rule) => rule.chosen)).toEqual([[], ['zheng']]);
    expect(found.derivation.rules[0]?.candidates[0]?.removed).toEqual({ code: 'decided-before', params: { step: 'check' } });
  });

  it('tries fallbacks in order and says what was tried', () => {
    const found = scene({
      step: by(
        { by: 'person', person: 'nobody' },
        { fallback: [{ by: 'requester' }, { by: 'superior' }, { by: 'person', person: 'gao' }] },
      ),
    });
    expect(found.verdict).toEqual(seats('zhang'));
    expect(found.derivation.rules).toHaveLength(3);
  });
});

describe('the same person in adjacent steps', () => {
  const before = (person: string, more: Partial<RequestContext> = {}) => ({ path: ['review'], steps: { review: passed(person) }, ...more });

  it('is merged, and nobody else ever is (G40)', () => {
    expect(scene({ state: before('zhou') }).verdict).toEqual({ kind: 'merged', person: 'zhou' });
    expect(scene({ state: before('sun') }).verdict).toEqual(seats('zhou'));
  });

  it('is asked again where the definition says so, a comment is due, or another step lies between', () => {
    expect(scene({ step: { samePerson: 'ask' }, state: before('zhou') }).verdict).toEqual(seats('zhou'));
    expect(scene({ step: { commentRequired: true }, state: before('zhou') }).verdict).toEqual(seats('zhou'));
    expect(
      scene({ state: before('zhou', { path: ['review', 'check'], steps: { review: passed('zhou'), check: passed('liu') } }) }).verdict,
    ).toEqual(seats('zhou'));
  });

  it('is merged only where their limit covers the amount', () => {
    expect(scene({ state: before('zhang', { fields: { amount: cny(900), inPlan: true } }) }).verdict).toEqual({
      kind: 'merged',
      person: 'zhang',
    });
    expect(scene({ state: before('zhang') }).verdict).toEqual(seats('zhou'));
  });
});

describe('nobody', () => {
  it('skips a review that may be skipped, but never an approval', () => {
    const absent = by({ by: 'person', person: 'nobody' }, { whenNobody: 'skip' });
    expect(scene({ step: { ...absent, kind: 'review' } }).verdict).toEqual({ kind: 'skipped', reason: 'nobody' });
    expect(scene({ step: absent }).verdict).toEqual(blocked);
  });
});

describe('a notice', () => {
  it('goes to the people of all its rules, the requester not excepted', () => {
    const definition = sampleDefinition();
    const steps = { tell: definition.flow.find((each) => each.id === 'tell') as Step };
    const at = stateBefore({ fields: { witness: 'na' } });
    expect(resolve({ definition, steps }, at, 'tell', sampleDirectory()).verdict).toEqual(seats('zhang', 'na'));
    const alone = { ...sampleDirectory(), positions: [] };
    expect(resolve({ definition, steps }, stateBefore(), 'tell', alone).verdict).toEqual({ kind: 'skipped', reason: 'nobody' });
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
        fc.option(fc.constantFrom(...people)),
        fc.subarray(people),
        (amount, given, asks, beneficiary, gone) => {
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
