import type { Definition } from '../definition/definition.schema';
import { openSeats, recordOf } from '../request/standing';
import { verify } from '../verify/verify';
import { act, begun, checker, done, flowOf, forked, lane, open, peopled, three, titled, together } from './lanes.fixture';
import { changed, fold, type Play } from './play.fixture';
import { formOf, told } from './staffed.fixture';

const above = (yuan: number) => ({ gt: [{ field: 'amount' }, { money: String(yuan), currency: 'CNY' }] });
const closings = (play: Play) => play.events.flatMap((event) => (event.type === 'task.closed' ? [`${event.step} ${event.reason}`] : []));
const laneStatus = (play: Play, ...lanes: string[]) => lanes.map((each) => recordOf(play.context, each)?.status ?? '-');
const folds = (play: Play) => expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
const codes = (definition: Definition) => verify(definition).map(({ code, severity }) => `${severity} ${code}`);

describe('a no in one lane', () => {
  it('stays a no where an operator brings the request to a step behind the join', () => {
    const play = begun(three({ whenStarved: 'pass' }, { onReject: 'lane' }));
    play.actors['op'] = { rights: ['requests.operate', 'requests.override'] };
    act(play, 'reject', 'b');
    expect(play.do('jump', 'op', { step: 'a', to: 'last', comment: 'Enough.' })).toBeNull();
    expect(open(play)).toEqual(['last']);
    expect(laneStatus(play, 'three/0', 'three/1', 'three/2')).toEqual(['passed', 'rejected', 'passed']);
    expect(recordOf(play.context, 'b')).toMatchObject({ status: 'rejected' });
    folds(play);
  });

  it('ends the request where the lane does not say otherwise', () => {
    const play = begun(three());
    act(play, 'reject', 'b');
    expect(play.context.outcome).toBe('rejected');
    expect(closings(play)).toEqual(['a rejected', 'c rejected']);
  });

  it('ends that lane alone where it says so; one of “all” refuses and the request goes on as its rule says', () => {
    const play = begun(three({ whenStarved: 'pass' }, { onReject: 'lane' }));
    act(play, 'reject', 'b');
    expect([open(play), play.context.outcome]).toEqual([['a', 'c'], null]);
    expect(told(play.events)).toEqual(['task.decided b b-er', 'lane.rejected three']);
    done(play, 'a', 'c');
    expect(open(play)).toEqual(['last']);
    expect(told(play.events)).toContain('lanes.settled three');
    expect(laneStatus(play, 'three/0', 'three/1', 'three/2')).toEqual(['passed', 'rejected', 'passed']);
    folds(play);
  });

  it('rejects the request when too few lanes are left for the join, at once', () => {
    const play = begun(three({ join: 2 }, { onReject: 'lane' }));
    act(play, 'reject', 'a');
    expect(play.context.outcome).toBeNull();
    act(play, 'reject', 'c');
    expect(play.context.outcome).toBe('rejected');
    expect(closings(play)).toEqual(['b branch-settled']);
    expect(play.do('undo', 'c-er')).toBeNull();
    expect(open(play)).toEqual(['b', 'c']);
    done(play, 'b', 'c');
    expect(open(play)).toEqual(['last']);
    folds(play);
  });

  it('rejects the request when nothing at all is left, even where what is left would do', () => {
    const play = begun(three({ whenStarved: 'pass' }, { onReject: 'lane' }));
    for (const id of ['a', 'b', 'c']) act(play, 'reject', id);
    expect(play.context.outcome).toBe('rejected');
  });

  it('still stands when the walk comes back straight, and is asked again when it walks again', () => {
    const definition = flowOf([
      checker('first'),
      {
        id: 'three',
        title: titled('Three'),
        kind: 'parallel',
        whenStarved: 'pass',
        lanes: ['a', 'b'].map((id) => lane(id, [checker(id)], { onReject: 'lane' })),
      },
      checker('last', { returns: { to: ['first'], resume: 'choose' } }),
    ]);
    const play = begun(definition);
    done(play, 'first');
    act(play, 'reject', 'a');
    done(play, 'b');
    act(play, 'return', 'last', { to: 'first', resume: 'straight-back' });
    done(play, 'first');
    expect([open(play), laneStatus(play, 'three/0', 'three/1')]).toEqual([['last'], ['rejected', 'passed']]);
    act(play, 'return', 'last', { to: 'first', resume: 'walk-again' });
    done(play, 'first');
    expect(open(play)).toEqual(['a', 'b']);
    folds(play);
  });
});

describe('a join of any or of some', () => {
  it('takes from the others what they were asked, with that reason, and gives it back with an undo', () => {
    const play = begun(three({ join: 'any' }));
    done(play, 'b');
    expect([open(play), closings(play)]).toEqual([['last'], ['a branch-settled', 'c branch-settled']]);
    expect(laneStatus(play, 'three/0', 'three/1', 'three/2')).toEqual(['closed', 'passed', 'closed']);
    expect(play.do('undo', 'b-er')).toBeNull();
    expect([open(play), laneStatus(play, 'three/0', 'three/1')]).toEqual([
      ['a', 'b', 'c'],
      ['-', '-'],
    ]);
    folds(play);
  });

  it('comes to the same whoever is found first: a lane that passes by itself while another waits for its people', () => {
    const play = forked(together('any', { both: { join: 'any' }, last: { returns: { to: ['first'], resume: 'straight-back' } } }));
    done(play, 'money');
    // On the way back “money” stands at once; “legal” is looked for, and is merged by then.
    play.verdicts['legal'] = { kind: 'merged', person: 'first-er' };
    act(play, 'return', 'last', { to: 'first' });
    done(play, 'first');
    folds(play);
    expect(open(play)).toEqual(['last']);
  });

  it('is stuck only when nothing else is open: blocked in one lane, its siblings go on', () => {
    const play = forked();
    play.verdicts['seal'] = { kind: 'blocked', owners: ['op'], reason: 'nobody' };
    done(play, 'legal');
    expect(play.blocked).toBeNull();
    done(play, 'money');
    expect(play.blocked).toMatchObject({ step: 'seal' });
    play.seat('seal', 'seal-er');
    expect(changed(play)).toBeNull();
    done(play, 'seal');
    expect(open(play)).toEqual(['last']);
  });
});

describe('lanes of which the case decides', () => {
  const laned = (otherwise: object = {}) =>
    flowOf([
      {
        id: 'some',
        title: titled('Some'),
        kind: 'inclusive',
        lanes: [lane('Small', [checker('a')], { when: above(100) }), lane('Large', [checker('b'), checker('b2')], { when: above(1_000) })],
        ...otherwise,
      },
      checker('last', { returns: { to: ['requester', 'a'], resume: 'choose' } }),
    ]);
  const orElse = { otherwise: lane('Else', [checker('c')]) };

  it.each([
    ['both', 1_200, ['a', 'b']],
    ['one', 500, ['a']],
    ['none, so the default', 50, ['c']],
  ])('walks %s', (_, amount, asked) => {
    const play = begun(laned(orElse), amount);
    expect(open(play)).toEqual(asked);
    done(play, ...asked);
    if (amount > 1_000) done(play, 'b2');
    expect(open(play)).toEqual(['last']);
    folds(play);
  });

  it('passes where none holds and there is no default, which is said of it', () => {
    expect(open(begun(laned(), 50))).toEqual(['last']);
    expect(codes(flowOf([laned().flow[0] as object]))).toContain('warning may-pass-undecided');
    expect(codes(flowOf([laned(orElse).flow[0] as object]))).not.toContain('warning may-pass-undecided');
  });

  it('lets no decision stand on a lane that is not walked any more', () => {
    const play = begun(laned(orElse), 1_200);
    done(play, 'a', 'b', 'b2');
    act(play, 'return', 'last', { to: 'requester', resume: 'walk-again' });
    const form = { ...play.form, items: [{ day: '2026-02-20', invoice: 'A1', amount: { minor: '50000', currency: 'CNY' } }] };
    expect(play.do('resubmit', 'ann', { form })).toBeNull();
    expect([open(play), recordOf(play.context, 'b')]).toEqual([['a'], undefined]);
    done(play, 'a');
    expect(open(play)).toEqual(['last']);
    folds(play);
  });
});

describe('lanes inside lanes', () => {
  const nested = (inner: object = {}, outer: object = {}) =>
    flowOf([
      checker('first'),
      {
        id: 'out',
        title: titled('Out'),
        kind: 'parallel',
        lanes: [
          lane(
            'Left',
            [
              checker('begin'),
              {
                id: 'in',
                title: titled('In'),
                kind: 'parallel',
                lanes: [lane('p', [checker('p')]), lane('q', [checker('q', { returns: { to: ['begin', 'first'] } })])],
                ...inner,
              },
              checker('close', { returns: { to: ['p'] } }),
            ],
            outer,
          ),
          lane('Right', [checker('right')]),
        ],
        whenStarved: 'pass',
      },
      checker('last'),
    ]);

  it('meet again inside before they meet outside', () => {
    const play = begun(nested());
    done(play, 'first', 'begin', 'right', 'q');
    expect(open(play)).toEqual(['p']);
    done(play, 'p');
    expect(open(play)).toEqual(['close']);
    done(play, 'close', 'last');
    expect(play.context.outcome).toBe('approved');
    folds(play);
  });

  it('a return inside goes back and not forward, and touches its own lane alone', () => {
    const play = begun(nested());
    done(play, 'first', 'begin', 'p');
    act(play, 'return', 'q', { to: 'begin' });
    expect(open(play)).toEqual(['begin', 'right']);
    done(play, 'begin', 'p', 'q');
    act(play, 'return', 'close', { to: 'p' });
    expect(open(play)).toEqual(['p', 'right']);
    folds(play);
  });

  it('a no in an inner lane ends as far as the lanes around it say', () => {
    const play = begun(nested({}, { onReject: 'lane' }));
    done(play, 'first', 'begin', 'q');
    act(play, 'reject', 'p');
    expect([open(play), play.context.outcome]).toEqual([['right'], null]);
    done(play, 'right');
    expect(open(play)).toEqual(['last']);
    const whole = begun(nested());
    done(whole, 'first', 'begin');
    act(whole, 'reject', 'p');
    expect(whole.context.outcome).toBe('rejected');
    folds(play);
  });

  it('drops what is open at any depth when the outer join is met', () => {
    const definition = nested();
    const play = begun(flowOf([definition.flow[0] as object, { ...(definition.flow[1] as object), join: 'any' }, checker('last')]));
    done(play, 'first', 'begin', 'right');
    expect([open(play), closings(play)]).toEqual([['last'], ['p branch-settled', 'q branch-settled']]);
    folds(play);
  });
});

describe('what holds of lanes as of any step', () => {
  it('is left out where its condition does not hold', () => {
    const play = begun(three({ when: above(5_000) }));
    expect(open(play)).toEqual(['last']);
  });

  it('holds a branch, whose ways meet before the lane ends', () => {
    const branch = {
      id: 'way',
      title: titled('Way'),
      kind: 'branch',
      cases: [{ title: titled('Large'), when: above(1_000), steps: [checker('x')] }],
    };
    const both = {
      id: 'both',
      title: titled('Both'),
      kind: 'parallel',
      lanes: [lane('l', [branch, checker('y')]), lane('r', [checker('z')])],
    };
    const play = begun(flowOf([both, checker('last')]));
    expect(open(play)).toEqual(['x', 'z']);
    done(play, 'x', 'z', 'y');
    expect(open(play)).toEqual(['last']);
    folds(play);
  });

  it('ends a lane as a no does where an end that rejects stands in it', () => {
    const end = { id: 'no', title: titled('No'), kind: 'end', outcome: 'rejected', when: above(1_000) };
    const lanes = [lane('l', [end, checker('x')], { onReject: 'lane' }), lane('r', [checker('z')])];
    const both = { id: 'both', title: titled('Both'), kind: 'parallel', lanes, whenStarved: 'pass' };
    const play = begun(flowOf([both, checker('last')]));
    expect([open(play), laneStatus(play, 'both/0')]).toEqual([['z'], ['rejected']]);
  });
});

describe('what is wrong with lanes', () => {
  const both = (lanes: object[], more: object = {}) => flowOf([{ id: 'both', title: titled('Both'), kind: 'parallel', lanes, ...more }]);
  const end = (outcome: string) => ({ id: 'end', title: titled('End'), kind: 'end', outcome });
  const writing = (id: string, key: string) => checker(id, { kind: 'work', fields: { write: [key] } });

  it.each<[string, Definition, string]>([
    ['a join of more than there are', three({ join: 4 }), 'error join-never-met'],
    ['a join that too few lanes can ever meet', both([lane('l', [checker('x')]), lane('r', [end('rejected')])]), 'error join-never-met'],
    ['a lane that approves for all', both([lane('l', [checker('x')]), lane('r', [checker('y'), end('approved')])]), 'error end-in-lane'],
    [
      'two lanes that write the same',
      both([lane('l', [writing('x', 'receipt')]), lane('r', [writing('y', 'receipt')])]),
      'error lanes-write-same',
    ],
    [
      'a lane that depends on what another writes',
      both([
        lane('l', [writing('x', 'inPlan')]),
        lane('r', [checker('y', { when: { eq: [{ field: 'inPlan' }, { value: true }] } }), checker('z')]),
      ]),
      'warning lanes-read-race',
    ],
    [
      'two lanes that correct the same',
      both([lane('l', [checker('x', { fields: { edit: ['items'] } })]), lane('r', [checker('y', { rows: { table: 'items' } })])]),
      'warning lanes-correct-same',
    ],
    ...[
      { kind: 'call', to: 'ledger', body: { sum: { field: 'amount' } } },
      { kind: 'subprocess', definition: 'other', map: { sum: { field: 'amount' } } },
      { kind: 'subprocess', definition: 'other', each: 'items' },
    ].map((step): [string, Definition, string] => [
      `a lane that hands on what another corrects (${step.kind})`,
      both([
        lane('l', [checker('x', { fields: { edit: ['items'] } })]),
        lane('r', [{ id: 'y', title: titled('Y'), ...step }, checker('z')]),
      ]),
      'warning lanes-read-race',
    ]),
  ])('is said: %s', (_, definition, expected) => {
    expect(codes(definition)).toContain(expected);
  });

  it('is nothing where lanes keep to themselves', () => {
    expect(codes(three()).filter((each) => each.startsWith('error'))).toEqual([]);
  });

  it('is refused by its form: one lane, an empty lane, more lanes than anybody can follow', () => {
    expect(() => both([lane('l', [checker('x')])])).toThrow();
    expect(() => both([lane('l', []), lane('r', [checker('x')])])).toThrow();
    expect(() => both(Array.from({ length: 21 }, (_, index) => lane('l', [checker(`x${index}`)])))).toThrow();
  });
});

describe('a return beside a countersign of several', () => {
  const sign = {
    id: 'sign',
    title: titled('Sign'),
    kind: 'countersign',
    people: [{ assignee: { by: 'role', role: 'legal' } }, { assignee: { by: 'role', role: 'finance' } }],
  };
  /** Of Al, Bea and Cy the first has signed; `money` is still asked beside them. */
  function signing(): Play {
    const back = { returns: { to: ['requester', 'first'], resume: 'choose' } };
    const both = { id: 'both', title: titled('Both'), kind: 'parallel', lanes: [lane('l', [sign]), lane('r', [checker('money', back)])] };
    const play = peopled(flowOf([checker('first'), both, checker('last')]));
    play.verdicts['sign'] = { kind: 'seats', people: ['al', 'bea', 'cy'], groups: [0, 0, 1] };
    play.do('submit', 'ann', { form: formOf(1200) });
    done(play, 'first');
    act(play, 'approve', 'sign');
    expect(waits(play)).toEqual(['bea', 'cy']);
    return play;
  }
  const waits = (play: Play) => openSeats(recordOf(play.context, 'sign')).map(([, { person }]) => person);

  it.each(['first', 'requester'])('loses no task and no word when it comes straight back (to %s)', (to) => {
    const play = signing();
    expect(act(play, 'return', 'money', { to, resume: 'straight-back' })).toBeNull();
    expect([waits(play), closings(play)]).toEqual([[], ['sign returned', 'sign returned']]);
    if (to === 'first') done(play, 'first');
    else expect(play.do('resubmit', 'ann', { form: formOf(1200) })).toBeNull();
    expect([open(play), waits(play)]).toEqual([
      ['money', 'sign'],
      ['bea', 'cy'],
    ]);
    folds(play);
  });

  it('asks all of them anew when it walks again, or what they were shown has changed', () => {
    const again = signing();
    act(again, 'return', 'money', { to: 'first', resume: 'walk-again' });
    done(again, 'first');
    expect(waits(again)).toEqual(['al', 'bea', 'cy']);
    const changed_ = signing();
    act(changed_, 'return', 'money', { to: 'requester', resume: 'straight-back' });
    expect(changed_.do('resubmit', 'ann', { form: formOf(1300) })).toBeNull();
    done(changed_, 'first');
    expect(waits(changed_)).toEqual(['al', 'bea', 'cy']);
    folds(changed_);
  });

  it('brings all of it back with an undo of the return', () => {
    const play = signing();
    act(play, 'return', 'money', { to: 'first', resume: 'straight-back' });
    expect(play.do('undo', 'money-er')).toBeNull();
    expect([open(play), waits(play)]).toEqual([
      ['money', 'sign'],
      ['bea', 'cy'],
    ]);
    folds(play);
  });
});
