import { definitionSchema } from '../definition/definition.schema';
import { isHuman } from '../definition/flow';
import { allowed } from '../engine/allowed';
import { childStart } from '../effects/child-start';
import { mergeCandidates } from '../people/deciders';
import { blockedOf, phaseOf, recordOf } from '../request/standing';
import type { Outcome } from '../request/request-state';
import { asked, childrenOf, hears, parent, rows, started, starts, table } from './children.fixture';
import { act, checker, done, flowOf, lane, open, peopled, titled } from './lanes.fixture';
import { changed, fold } from './play.fixture';
import { told } from './staffed.fixture';

const refolds = (play: ReturnType<typeof started>) => expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
const statusOf = (play: ReturnType<typeof started>, step = 'child') => recordOf(play.context, step)?.status;
const ids = (play: ReturnType<typeof started>) => childrenOf(play).map(([id]) => id);

describe('a step that starts another request', () => {
  it('asks for it with the decision before, and waits for it', () => {
    const play = started(parent());
    expect(asked(play)).toEqual(['start - for ann']);
    expect([statusOf(play), open(play), phaseOf(play.request.state)]).toEqual(['waiting', [], 'walk']);
    expect(hears(play, ids(play)[0] ?? '', { outcome: 'approved' })).toBeNull();
    expect(told(play.events)).toContain('step.passed child');
    expect(open(play)).toEqual(['last']);
    refolds(play);
  });

  it('asks somebody again who decided before the child did: what came of it they have not seen', () => {
    for (const [wait, merges] of [
      ['all', []],
      ['none', ['first-er']],
    ] as const) {
      const play = started(parent({ wait }));
      hears(play, ids(play)[0] ?? '', { outcome: 'approved' });
      const { last: _open, ...steps } = play.context.steps;
      const undecided = { ...play.context, steps };
      const last = play.process.steps['last'];
      if (!last || !isHuman(last)) throw new Error('Expected people to decide the last step');
      expect(mergeCandidates(last, undecided, play.process)).toEqual(merges);
    }
  });

  it('hears the same twice and goes on once; of one that it has not started it hears nothing', () => {
    const play = started(parent());
    const [child = ''] = ids(play);
    hears(play, child, { outcome: 'approved' });
    const { n } = play.request;
    expect(hears(play, child, { outcome: 'approved' })?.code).toBe('unchanged');
    expect(hears(play, 'somebody-else', { outcome: 'approved' })?.code).toBe('unchanged');
    expect(play.request.n).toBe(n);
  });

  it('derives the same id from the same walk, and another from another', () => {
    const [one, other] = [started(parent()), started(parent())];
    expect(ids(one)).toEqual(ids(other));
    expect(ids(one)[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5/);
  });

  it('does not wait where it says so, and its child goes on whatever becomes of it', () => {
    const play = started(parent({ wait: 'none', bound: false }));
    expect([asked(play), open(play), statusOf(play)]).toEqual([['start - for ann'], ['last'], 'passed']);
    act(play, 'reject', 'last');
    expect([play.context.outcome, asked(play)]).toEqual(['rejected', []]);
    refolds(play);
  });

  it('hands over what the form holds, its own id and literals; what is blank is left out', () => {
    const play = started(
      parent({
        each: 'items',
        map: {
          subject: { field: 'reason' },
          invoice: { column: 'invoice' },
          origin: { parent: true },
          big: { value: true },
          friend: { field: 'friend' },
        },
      }),
      2,
    );
    const effects = play.effects.flatMap((effect) => (effect.type === 'start-child' ? [effect] : []));
    const begun = effects.map((effect) => childStart(play.process, play.context, effect, play.form ?? {}));
    expect(begun.map(({ form }) => form)).toEqual([
      { subject: 'Paper', invoice: 'I-0', origin: 'request-1', big: true },
      { subject: 'Paper', invoice: 'I-1', origin: 'request-1', big: true },
    ]);
    expect(begun[0]).toMatchObject({
      definition: 'other',
      begins: 'submitted',
      parent: { request: 'request-1', step: 'child', depth: 1, waits: true },
    });
  });

  it('starts nothing where its condition does not hold, and drops what it had started when it holds no more', () => {
    const some = { when: { eq: [{ field: 'inPlan' }, { value: true }] } };
    const definition = flowOf([
      checker('first', { fields: { write: ['inPlan'] } }),
      starts(some),
      checker('last', { returns: { to: ['first'] } }),
    ]);
    const play = peopled(definition).seat('child', 'ann');
    play.do('submit', 'ann', { form: rows(1) });
    act(play, 'approve', 'first', { fields: { inPlan: true } });
    hears(play, ids(play)[0] ?? '', { outcome: 'approved' });
    act(play, 'return', 'last', { to: 'first' });
    act(play, 'approve', 'first', { fields: { inPlan: false } });
    expect([statusOf(play), open(play)]).toEqual(['skipped', ['last']]);
    refolds(play);
  });
});

describe('a walk that comes again to what it has started', () => {
  it('waits for a child that was approved and is re-opened since: it is approved no more', () => {
    const play = started(parent());
    const [child = ''] = ids(play);
    hears(play, child, { outcome: 'approved' });
    expect(hears(play, child, {})).toBeNull();
    act(play, 'return', 'last', { to: 'first', resume: 'straight-back' });
    act(play, 'approve', 'first');
    expect([statusOf(play), open(play), ids(play), asked(play)]).toEqual(['waiting', [], [child], []]);
    hears(play, child, { outcome: 'approved' });
    expect([statusOf(play), open(play)]).toEqual(['passed', ['last']]);
    refolds(play);
  });

  it.each([
    ['heard how it was withdrawn', true],
    ['not heard yet', false],
  ])('starts anew what was left with it as it was rejected, %s', (_title, hasHeard) => {
    const reopen = { by: ['requester'], outcomes: ['rejected'], to: 'requester' };
    const play = started(definitionSchema.parse({ ...parent({ wait: 'none' }), reopen }));
    const [child = ''] = ids(play);
    act(play, 'reject', 'last');
    expect(asked(play)).toEqual(['end: parent-ended']);
    if (hasHeard) hears(play, child, { outcome: 'withdrawn' });
    expect(play.do('reopen', 'ann', { comment: '—' })).toBeNull();
    expect(play.do('resubmit', 'ann', { form: rows(1) })).toBeNull();
    expect([asked(play), statusOf(play), open(play)]).toEqual([['start - for ann'], 'passed', ['last']]);
    expect(ids(play)).not.toContain(child);
    refolds(play);
  });

  it.each<[Outcome, object, string[]]>([
    ['approved', {}, ['start - for ann']],
    ['rejected', { onRejected: 'ignore' }, ['start - for ann']],
    ['approved', { ...table, wait: 'any' }, ['start 0 for ann', 'start 1 for ann', 'start 2 for ann']],
  ])('starts anew what was %s, re-opened, and left as it ended: %j', (outcome, more, begun) => {
    const reopen = { by: ['requester'], outcomes: ['rejected'], to: 'requester' };
    const play = started(definitionSchema.parse({ ...parent(more), reopen }), 3);
    const [child = ''] = ids(play);
    hears(play, child, { outcome });
    hears(play, child, {});
    expect([statusOf(play), open(play)]).toEqual(['passed', ['last']]);
    act(play, 'reject', 'last');
    expect(asked(play)).toContain('end: parent-ended');
    expect(play.do('reopen', 'ann', { comment: '—' })).toBeNull();
    expect(play.do('resubmit', 'ann', { form: rows(3) })).toBeNull();
    expect([asked(play), statusOf(play), open(play)]).toEqual([begun, 'waiting', []]);
    expect(ids(play)).not.toContain(child);
    refolds(play);
  });
});

describe('how many have to be approved', () => {
  const cases: [string | number, string, Outcome[], string | null][] = [
    ['all', 'block', ['approved', 'approved'], null],
    ['all', 'block', ['approved', 'approved', 'approved'], 'passed'],
    ['all', 'block', ['approved', 'rejected'], 'blocked'],
    ['all', 'reject', ['withdrawn'], 'rejected'],
    ['all', 'ignore', ['rejected', 'terminated', 'approved'], 'passed'],
    ['any', 'block', ['rejected', 'rejected'], null],
    ['any', 'block', ['rejected', 'approved'], 'passed'],
    ['any', 'block', ['rejected', 'rejected', 'withdrawn'], 'blocked'],
    [2, 'block', ['approved', 'rejected'], null],
    [2, 'block', ['rejected', 'approved', 'approved'], 'passed'],
    [2, 'reject', ['rejected', 'rejected'], 'rejected'],
    [2, 'ignore', ['rejected', 'rejected'], 'passed'],
  ];
  it.each(cases)('%s of three, %s: %j', (wait, onRejected, outcomes, come) => {
    const play = started(parent({ ...table, wait, onRejected }), 3);
    const [...children] = ids(play);
    expect(children).toHaveLength(3);
    play.verdicts['child'] = { kind: 'blocked', owners: ['op'], reason: 'child-rejected' };
    outcomes.forEach((outcome, index) => hears(play, children[index] ?? '', { outcome }));
    expect(statusOf(play)).toBe(come ?? 'waiting');
    expect(play.context.outcome).toBe(come === 'rejected' ? 'rejected' : null);
    refolds(play);
  });

  it('passes at once over a table without rows', () => {
    const definition = parent(table);
    const [, items] = definition.form.fields;
    if (items?.type === 'table') Object.assign(items, { required: false, minRows: 0 });
    const play = started(definition, 0);
    expect([statusOf(play), open(play), asked(play)]).toEqual(['passed', ['last'], []]);
  });

  it('withdraws the rest once there are enough, or lets them go on', () => {
    for (const rest of ['withdraw', 'go-on'] as const) {
      const play = started(parent({ ...table, wait: 'any', rest }), 3);
      hears(play, ids(play)[1] ?? '', { outcome: 'approved' });
      expect(asked(play)).toEqual(rest === 'withdraw' ? ['end: not-needed', 'end: not-needed'] : []);
      // What ends later is noted, and changes nothing.
      hears(play, ids(play)[0] ?? '', { outcome: 'rejected' });
      expect([statusOf(play), open(play)]).toEqual(['passed', ['last']]);
      refolds(play);
    }
  });
});

describe('a child that cannot be started or is not approved', () => {
  it('blocks with an owner, who starts it anew once it is put right', () => {
    const play = started(parent());
    const [first = ''] = ids(play);
    play.verdicts['child'] = { kind: 'blocked', owners: ['op'], reason: 'child-refused' };
    expect(hears(play, first, { refused: 'required-fields' })).toBeNull();
    expect(blockedOf(play.context)).toEqual({ kind: 'no-approver', step: 'child', owners: ['op'], reason: 'child-refused' });
    expect(play.do('resolve-again', 'ann')?.code).toBe('not-owner');
    play.seat('child', 'ann');
    expect(play.do('resolve-again', 'op')).toBeNull();
    expect([asked(play), statusOf(play)]).toEqual([['start - for ann'], 'waiting']);
    expect(ids(play)).not.toContain(first);
    hears(play, ids(play)[0] ?? '', { outcome: 'approved' });
    expect(open(play)).toEqual(['last']);
    refolds(play);
  });

  it('keeps those that were approved when the others are started anew', () => {
    const play = started(parent(table), 2);
    const [good = '', bad = ''] = ids(play);
    hears(play, good, { outcome: 'approved' });
    play.verdicts['child'] = { kind: 'blocked', owners: ['op'], reason: 'child-rejected' };
    hears(play, bad, { outcome: 'rejected' });
    expect(changed(play)?.code).toBe('unchanged');
    play.seat('child', 'ann');
    play.do('resolve-again', 'op');
    expect(asked(play)).toEqual(['start 1 for ann']);
    expect(ids(play)).toContain(good);
    refolds(play);
  });

  it('goes on by itself where the child is approved after all', () => {
    const play = started(parent());
    const [child = ''] = ids(play);
    play.verdicts['child'] = { kind: 'blocked', owners: ['op'], reason: 'child-rejected' };
    hears(play, child, { outcome: 'rejected' });
    expect(statusOf(play)).toBe('blocked');
    hears(play, child, { outcome: 'approved' });
    expect([statusOf(play), open(play), blockedOf(play.context)]).toEqual(['passed', ['last'], null]);
    refolds(play);
  });

  it('is jumped over by an operator, who is offered where to, whether it waits or is stuck', () => {
    for (const stuck of [false, true]) {
      const play = started(parent());
      play.actors['op'] = { rights: ['requests.operate'] };
      play.verdicts['child'] = { kind: 'blocked', owners: ['op'], reason: 'child-rejected' };
      if (stuck) hears(play, ids(play)[0] ?? '', { outcome: 'rejected' });
      const buttons = allowed(play.process, play.request.state, play.actor('op'), play.facts('op'));
      expect(buttons.find(({ command }) => command === 'jump')).toMatchObject({
        step: 'child',
        refusal: null,
        targets: [{ to: 'first' }, { to: 'last' }],
      });
      expect(play.do('jump', 'op', { step: 'child', to: 'last', comment: '—' })).toBeNull();
      expect([statusOf(play), open(play)]).toEqual(['waived', ['last']]);
      expect(asked(play)).toEqual(stuck ? [] : ['end: not-needed']);
      refolds(play);
    }
  });

  it('finds nobody whose request it would be', () => {
    const definition = parent();
    const play = peopled(definition);
    play.verdicts['child'] = { kind: 'blocked', owners: ['op'], reason: 'no-starter' };
    play.do('submit', 'ann', { form: rows(1) });
    done(play, 'first');
    expect([statusOf(play), asked(play)]).toEqual(['blocked', []]);
    play.seat('child', 'bo');
    expect(changed(play)).toBeNull();
    expect([statusOf(play), asked(play)]).toEqual(['waiting', ['start - for bo']]);
    refolds(play);
  });
});

describe('going back before it', () => {
  const resubmit = (play: ReturnType<typeof started>, reason: string) => play.do('resubmit', 'ann', { form: { ...rows(1), reason } });

  it('lets its children stand where they would be given the same, decided or under way', () => {
    for (const ended of [true, false]) {
      const play = started(parent({ wait: ended ? 'all' : 'none' }));
      const before = ids(play);
      if (ended) hears(play, before[0] ?? '', { outcome: 'approved' });
      act(play, 'return', 'last', { to: 'requester', resume: 'walk-again' });
      expect(asked(play)).toEqual([]);
      resubmit(play, 'Paper');
      done(play, 'first');
      expect([ids(play), asked(play), open(play)]).toEqual([before, [], ['last']]);
      refolds(play);
    }
  });

  it('withdraws what is under way and starts anew where something handed over has changed', () => {
    const play = started(parent({ wait: 'none' }));
    const before = ids(play);
    act(play, 'return', 'last', { to: 'requester', resume: 'walk-again' });
    resubmit(play, 'Ink');
    done(play, 'first');
    expect(asked(play).sort()).toEqual(['end: walked-again', 'start - for ann']);
    expect(ids(play)).not.toEqual(before);
    refolds(play);
  });

  it('hears what ends while it is away with its requester', () => {
    const side = lane('Side', [checker('side', { returns: { to: ['requester'] } })]);
    const both = { id: 'both', title: titled('Both'), kind: 'parallel', lanes: [lane('Out', [starts()]), side] };
    const play = peopled(flowOf([both, checker('last')])).seat('child', 'ann');
    play.do('submit', 'ann', { form: rows(1) });
    const before = ids(play);
    act(play, 'return', 'side', { to: 'requester' });
    expect([phaseOf(play.request.state), asked(play)]).toEqual(['returned', []]);
    expect(hears(play, before[0] ?? '', { outcome: 'approved' })).toBeNull();
    play.do('resubmit', 'ann', { form: rows(1) });
    expect([ids(play), asked(play), open(play)]).toEqual([before, [], ['side']]);
    done(play, 'side');
    expect(open(play)).toEqual(['last']);
    refolds(play);
  });

  it('does not send what is undone in time, and takes nothing back twice', () => {
    const play = started(parent());
    expect(play.do('undo', 'first-er')).toBeNull();
    expect([statusOf(play), open(play), asked(play)]).toEqual([undefined, ['first'], []]);
    play.seconds += 20;
    done(play, 'first');
    play.effectsTaken = true;
    expect(play.do('undo', 'first-er')?.code).toBe('undo-too-late');
    refolds(play);
  });
});

describe('the end of the request that started it', () => {
  it.each(['withdraw', 'terminate'] as const)('%s: what is under way is withdrawn, what has ended stays', (how) => {
    // A request is withdrawn before anybody has decided on it.
    const play = peopled(flowOf([starts(table), checker('last')])).seat('child', 'ann');
    play.do('submit', 'ann', { form: rows(2) });
    hears(play, ids(play)[0] ?? '', { outcome: 'approved' });
    play.actors['op'] = { rights: ['requests.operate'] };
    const refused = how === 'withdraw' ? play.do('withdraw', 'ann') : play.do('terminate', 'op', { comment: '—' });
    expect(refused).toBeNull();
    expect(asked(play)).toEqual(['end: parent-ended']);
    expect(statusOf(play)).toBe('closed');
    refolds(play);
  });

  it('a lane that is not needed any more takes its children with it', () => {
    const both = {
      id: 'both',
      title: titled('Both'),
      kind: 'parallel',
      join: 'any',
      lanes: [lane('Out', [starts()]), lane('Side', [checker('side')])],
    };
    const play = peopled(flowOf([both, checker('last')])).seat('child', 'ann');
    play.do('submit', 'ann', { form: rows(1) });
    done(play, 'side');
    expect([asked(play), open(play)]).toEqual([['end: not-needed'], ['last']]);
    refolds(play);
  });

  it('is told to the request that waits for it, once it is closed', () => {
    const play = peopled(flowOf([checker('only')]));
    const link = { request: 'request-0', step: 'child', depth: 1, waits: true };
    expect(play.do('submit', 'ann', { form: rows(1), parent: link })).toBeNull();
    done(play, 'only');
    expect([play.context.outcome, asked(play)]).toEqual(['approved', []]);
    play.seconds += 60;
    play.timer();
    expect(asked(play)).toEqual(['tell request-0 approved']);
    refolds(play);
  });

  it('asks no role of somebody to whom another request gives it', () => {
    const play = peopled(flowOf([checker('only')]));
    play.actors['ann'] = { roles: ['stranger'] };
    expect(play.do('submit', 'ann', { form: rows(1) })?.code).toBe('may-not-start');
    expect(play.do('submit', 'ann', { form: rows(1), parent: { request: 'r', step: 'child', depth: 1, waits: true } })).toBeNull();
  });
});
