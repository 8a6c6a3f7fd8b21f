import type { RequestContext, StepRecord } from '../../request/request-state';
import type { Step } from '../../definition/step.schema';
import type { Directory } from '../directory';
import { resolve } from './resolve';
import { blocked, by, merging, passed, scene, seats, trail, type Scene } from './resolve-scene.fixture';
import { cny, sampleDefinition, sampleDirectory, stateBefore } from '../sample-company.fixture';

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

  it('is the one above where the post is held by whoever asks for the request above', () => {
    const own = scene({
      step: by({ by: 'superior' }),
      state: { parent: { request: 'above', step: 'child', depth: 1, waits: true, requesters: ['zhang', 'sun'] } },
    });
    expect(own.verdict).toEqual(seats('zhou'));
    expect(trail(own)).toEqual(['zhang asks-above', 'sun asks-above', 'zhou ✓']);
  });

  it('or by whoever benefits from that one', () => {
    const own = scene({
      step: by({ by: 'superior' }),
      state: { parent: { request: 'above', step: 'child', depth: 1, waits: true, requesters: ['na'], beneficiaries: ['zhang'] } },
    });
    expect(trail(own)).toEqual(['zhang benefits-above', 'sun ✓']);
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

describe('superiors who are all asked', () => {
  const upTo = (rule: object, change: Scene = {}) => scene({ step: by({ by: 'superior', ...rule }, { kind: 'approve' }), ...change });

  it('are those of the line as far as a level, in order', () => {
    expect(upTo({ upTo: 3 }).verdict).toEqual(seats('zhang', 'sun', 'zhou'));
    expect(upTo({ level: 2, upTo: 3 }).verdict).toEqual(seats('sun', 'zhou'));
  });

  it('or up to whoever holds a role; nobody where nobody above does', () => {
    expect(upTo({ upTo: { role: 'ops-director' } }).verdict).toEqual(seats('zhang', 'sun', 'zhou'));
    expect(upTo({ upTo: { role: 'cleaner' } }).verdict).toEqual(blocked);
  });

  it('leave out a vacant post and whoever may not act', () => {
    const found = upTo(
      { upTo: 3 },
      { directory: ({ positions }) => (positions.find((post) => post.role === 'ops-manager')!.personId = null) },
    );
    expect(found.verdict).toEqual(seats('zhang', 'zhou'));
  });
});

describe('a climb until a role is met', () => {
  const until = (role: string, more: Record<string, unknown> = {}) => scene({ step: by({ by: 'climb', until: { role } }, more) });

  it('passes over everybody below', () => {
    const found = until('ops-director');
    expect(found.verdict).toEqual(seats('zhou'));
    expect(trail(found)).toEqual(['zhang lacks-role', 'sun lacks-role', 'zhou ✓']);
  });

  it('goes no further where whoever holds it has no authority', () => {
    const authority = { kind: 'approve-within-limit', matter: 'expense', amount: 'amount' };
    expect(until('ops-manager', { authority }).verdict).toEqual(blocked);
  });

  it('meets it where whoever holds it has a lower post of the line as well', () => {
    const both = scene({
      step: by({ by: 'climb', until: { role: 'ops-director' } }),
      directory: ({ positions }) => (positions.find((post) => post.role === 'area-manager')!.personId = 'zhou'),
    });
    expect(both.verdict).toEqual(seats('zhou'));
  });

  it('finds nobody where nobody above holds it', () => {
    expect(until('cleaner').verdict).toEqual(blocked);
  });
});

describe('people of a unit', () => {
  const second = ({ positions }: Directory) =>
    positions.push({ ...positions[0]!, id: 'post-two', personId: 'chen', superiorId: 'post-na', grade: 'staff' });

  it('have a head, and whoever is above where that one is the requester', () => {
    expect(scene({ step: by({ by: 'unit-head', of: { unit: 'finance' } }) }).verdict).toEqual(seats('song'));
    const own = scene({ step: by({ by: 'unit-head' }) });
    expect(own.verdict).toEqual(seats('zhang'));
    expect(trail(own)).toEqual(['na is-requester', 'zhang ✓']);
  });

  it('are all asked, of these roles where the rule says so', () => {
    expect(scene({ step: by({ by: 'members', of: { unit: 'finance' } }) }).verdict).toEqual(seats('chen', 'liu', 'song'));
    expect(scene({ step: by({ by: 'members', of: { unit: 'finance' }, roles: ['treasury-cashier'] }) }).verdict).toEqual(seats('chen'));
    expect(scene({ step: by({ by: 'members' }), directory: second }).verdict).toEqual(seats('chen'));
  });

  it('are those of the unit that a field names', () => {
    const state = { fields: { shop: 'finance' } };
    expect(scene({ step: by({ by: 'unit-head', of: { field: 'shop' } }), state }).verdict).toEqual(seats('song'));
    expect(scene({ step: by({ by: 'unit-head', of: { field: 'shop' } }), state: { fields: {} } }).verdict).toEqual(blocked);
  });

  it('are nobody where there is no such unit', () => {
    expect(scene({ step: by({ by: 'members', of: { unit: 'nowhere' } }) }).verdict).toEqual(blocked);
  });
});

describe('a vacant post whose place somebody takes', () => {
  const until = '2027-02-01';
  const vacant = (role: string, person: string, more?: (directory: Directory) => void) => (directory: Directory) => {
    const post = directory.positions.find((each) => each.role === role)!;
    Object.assign(post, { personId: null, primary: false, substitute: { person, until } });
    more?.(directory);
  };
  const climbing = (yuan: number, directory: (directory: Directory) => void) =>
    scene({ state: { fields: { amount: cny(yuan), inPlan: true } }, directory });

  it('is asked by way of the post, and said to be', () => {
    const found = scene({ step: by({ by: 'superior' }), directory: vacant('area-manager', 'chen') });
    expect(found.verdict).toEqual(seats('chen'));
    expect(found.derivation.rules[0]?.candidates[0]).toMatchObject({
      person: 'chen',
      role: 'area-manager',
      substitutes: true,
      removed: null,
    });
    const role = { by: 'role', role: 'finance-specialist' };
    expect(scene({ step: by(role), directory: vacant('finance-specialist', 'chen') }).verdict).toEqual(seats('chen'));
  });

  it('gets nothing that excludes them: it goes on upward, or waits for its owners', () => {
    const upward = scene({ step: by({ by: 'superior' }), directory: vacant('area-manager', 'na') });
    expect([trail(upward), upward.verdict]).toEqual([['na is-requester', 'sun ✓'], seats('sun')]);
    const left = vacant('area-manager', 'chen', (directory) => (directory.people['chen']!.active = false));
    expect(trail(scene({ step: by({ by: 'superior' }), directory: left }))).toEqual(['chen inactive', 'sun ✓']);
    const role = by({ by: 'role', role: 'finance-specialist' });
    expect(scene({ step: role, directory: vacant('finance-specialist', 'na') }).verdict).toEqual(blocked);
  });

  it('decides within the smaller of both limits: their own, and that of the post', () => {
    // Up to ¥1,000 as the area manager whose place is taken, up to ¥20,000 at the own post further up.
    expect(climbing(900, vacant('area-manager', 'zhou')).verdict).toEqual(seats('zhou'));
    const beyond = climbing(2_000, vacant('area-manager', 'zhou'));
    expect(trail(beyond)).toEqual(['zhou limit-too-low', 'sun ✓']);
    expect(beyond.derivation.rules[0]?.candidates[0]?.limit).toEqual(cny(1_000));
    const lower = climbing(900, vacant('area-manager', 'chen'));
    expect(trail(lower)).toEqual(['chen no-authority', 'sun ✓']);
    expect(trail(climbing(2_000, vacant('ops-manager', 'zhang')))).toEqual(['zhang limit-too-low', 'zhang limit-too-low', 'zhou ✓']);
  });

  it('is still asked at their own post, further up', () => {
    const both = climbing(12_300, vacant('area-manager', 'zhou'));
    expect(trail(both)).toEqual(['zhou limit-too-low', 'sun limit-too-low', 'zhou ✓']);
    expect(both.verdict).toEqual(seats('zhou'));
  });

  it('has one seat, though they hold one of several such posts and take the place of another', () => {
    const second = (directory: Directory): void => {
      const post = directory.positions.find(({ personId }) => personId === 'liu')!;
      directory.positions.push({ ...post, id: 'vacant', personId: null, primary: false, substitute: { person: 'liu', until } });
    };
    expect(scene({ step: by({ by: 'role', role: 'finance-specialist' }), directory: second }).verdict).toEqual(seats('liu'));
  });
});

describe('somebody whom an operator has named', () => {
  const named = (status: StepRecord['status'], person: string): Scene => ({
    step: by({ by: 'superior' }),
    state: { steps: { approval: { status, generation: 1, seats: {}, assigned: person } } },
  });

  it('is asked before those whom the rules find, for this opening of the step', () => {
    expect(scene(named('blocked', 'song')).verdict).toEqual(seats('song'));
    expect(scene(named('open', 'song')).verdict).toEqual(seats('song'));
    expect(scene(named('passed', 'song')).verdict).toEqual(seats('zhang'));
  });

  it('gives way to the rules where they may not act any more', () => {
    expect(scene(named('open', 'na')).verdict).toEqual(seats('zhang'));
    expect(scene(named('blocked', 'nobody-known')).verdict).toEqual(seats('zhang'));
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

  it('are asked together up to fifty; more block the step with its owners, and few of them are told', () => {
    const crowd = (holders: number) => (directory: Directory) => {
      for (let index = 0; index < holders; index += 1) {
        const id = `crowd-${String(index).padStart(4, '0')}`;
        directory.people[id] = { ...directory.people['chen']!, id, key: id };
        directory.positions.push({ ...directory.positions.find((post) => post.personId === 'liu')!, id, personId: id, role: 'crowd' });
      }
    };
    const asked = (holders: number) => scene({ step: by({ by: 'role', role: 'crowd', scope: 'company' }), directory: crowd(holders) });
    expect(asked(50).verdict).toMatchObject({ kind: 'seats', people: expect.arrayContaining(['crowd-0000', 'crowd-0049']) as string[] });
    const many = asked(3_000);
    expect(many.verdict).toEqual({ kind: 'blocked', owners: ['ops'], reason: 'too-many-approvers' });
    expect([many.derivation.result, many.derivation.rules[0]?.more]).toEqual(['blocked', 2_900]);
    expect(JSON.stringify(many.derivation).length).toBeLessThan(30_000);
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

  it('is everybody whom a field of several names, in its order', () => {
    const found = scene({ step: by({ by: 'field', field: 'witness' }), state: { fields: { witness: ['song', 'liu', 'na'] } } });
    expect(found.verdict).toEqual(seats('song', 'liu'));
    expect(trail(found)).toEqual(expect.arrayContaining(['na is-requester']));
  });

  it('must hold one of the roles that a field is limited to, whoever named them', () => {
    const named = (witness: string) =>
      scene({ step: by({ by: 'field', field: 'witness', roles: ['finance-director'] }), state: { fields: { witness } } });
    expect(named('song').verdict).toEqual(seats('song'));
    expect(trail(named('liu'))).toEqual(['liu lacks-role']);
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
  const before = (person: string, more: Partial<RequestContext> = {}) => ({ steps: { review: passed(person) }, ...more });

  it('is merged, and nobody else ever is (G40)', () => {
    expect(scene({ state: before('zhou') }).verdict).toEqual({ kind: 'merged', person: 'zhou' });
    expect(scene({ state: before('sun') }).verdict).toEqual(seats('zhou'));
  });

  it('is asked again where the definition says so, a comment is due, or another step lies between', () => {
    expect(scene({ step: { samePerson: 'ask' }, state: before('zhou') }).verdict).toEqual(seats('zhou'));
    expect(scene({ step: { commentRequired: true }, state: before('zhou') }).verdict).toEqual(seats('zhou'));
    expect(scene({ state: before('zhou', { steps: { review: passed('zhou'), check: passed('liu') } }) }).verdict).toEqual(seats('zhou'));
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
    expect(resolve({ definition, steps, ...merging(steps) }, at, 'tell', sampleDirectory()).verdict).toEqual(seats('zhang', 'na'));
    const alone = { ...sampleDirectory(), positions: [] };
    expect(resolve({ definition, steps, ...merging(steps) }, stateBefore(), 'tell', alone).verdict).toEqual({
      kind: 'skipped',
      reason: 'nobody',
    });
  });
});
