import { recordOf, openSeats } from '../../libs/domain/src/request/standing';
import { hiddenFrom } from '../../libs/domain/src/form/shown/hidden-from';
import { definitionSchema, type Definition } from '../../libs/domain/src/definition/definition.schema';
import { allowed } from '../../libs/domain/src/engine/allowed';
import { asked as beforeCall, calls, hears, refolds, sent, statusOf, through } from '../../libs/domain/src/rehearsal/calls.fixture';
import { EXPENSE } from '../../libs/domain/src/rehearsal/expense.fixture';
import { act, checker, done, flowOf, forked, lane, open, peopled, titled } from '../../libs/domain/src/rehearsal/lanes.fixture';
import { Play } from '../../libs/domain/src/rehearsal/play.fixture';
import { at, formOf, staffed, told } from '../../libs/domain/src/rehearsal/staffed.fixture';

/**
 * What people suffer from in products of this kind, by its name in public reports, each played on the engine: a request that goes wrong elsewhere comes
 * out right here. What a browser, a clock or a database is needed for stands with those tests.
 */

const seatOf = (play: Play, step: string, person: string) =>
  openSeats(recordOf(play.context, step)).find(([, seat]) => seat.person === person)?.[1];
const waits = (play: Play, step: string): string[] => openSeats(recordOf(play.context, step)).map(([, { person }]) => person);
/** A word of somebody on the countersign. */
const says = (play: Play, person: string, type: 'approve' | 'reject' | 'return' = 'approve', more: object = {}) =>
  play.do(type, person, { step: 'sign', generation: seatOf(play, 'sign', person)?.generation ?? 0, comment: '—', ...more });

/** `first`, what is `before` them, three who sign, then `last`; `change` is of the countersign. */
function signing(change: object = {}, before: object[] = []): Definition {
  const by = (role: string): object => ({ assignee: { by: 'role', role } });
  const sign = { id: 'sign', title: titled('Sign'), kind: 'countersign', people: [by('legal'), by('finance'), by('audit')], ...change };
  const back = { returns: { to: ['first', 'sign', 'requester'], resume: 'choose' } };
  return flowOf([checker('first'), ...before, { ...back, ...sign }, checker('last', back)]);
}
function signed(change: object = {}, before: object[] = []): Play {
  const play = peopled(signing(change, before));
  play.verdicts['sign'] = { kind: 'seats', people: ['al', 'bea', 'cy'], groups: [0, 1, 2] };
  play.do('submit', 'ann', { form: formOf(1200) });
  done(play, 'first');
  return play;
}

describe('Return or reject across a countersign or parallel branches loses tasks, hangs at the join, or is refused', () => {
  it('a return from a countersign of several people closes the tasks of all and asks all of them again', () => {
    const play = signed();
    expect(says(play, 'al')).toBeNull();
    expect(says(play, 'bea', 'return', { to: 'first', resume: 'walk-again' })).toBeNull();
    expect(told(play.events)).toEqual(['task.decided sign bea', 'task.closed sign cy', 'request.returned', 'task.opened first first-er']);
    done(play, 'first');
    expect(waits(play, 'sign').sort()).toEqual(['al', 'bea', 'cy']);
    for (const person of ['cy', 'al', 'bea']) expect(says(play, person)).toBeNull();
    expect(open(play)).toEqual(['last']);
    refolds(play);
  });

  it('a return from behind the countersign goes into it, and it counts the new words only', () => {
    const play = signed();
    for (const person of ['al', 'bea', 'cy']) says(play, person);
    expect(act(play, 'return', 'last', { to: 'sign', resume: 'walk-again' })).toBeNull();
    expect(waits(play, 'sign').sort()).toEqual(['al', 'bea', 'cy']);
    says(play, 'al');
    expect(open(play)).toEqual(['sign']);
    says(play, 'bea');
    says(play, 'cy');
    expect(open(play)).toEqual(['last']);
    refolds(play);
  });

  it('a return inside parallel branches goes back and not forward, and leaves the branch beside it alone', () => {
    const play = forked();
    done(play, 'legal');
    const beside = play.context.steps['money'];
    expect(act(play, 'return', 'seal', { to: 'legal', resume: 'walk-again' })).toBeNull();
    expect(open(play)).toEqual(['legal', 'money']);
    expect(play.context.steps['money']).toBe(beside);
    done(play, 'money', 'legal', 'seal', 'last');
    expect(play.context.outcome).toBe('approved');
    refolds(play);
  });

  it('a return from a branch to before the fork ends both branches and opens both again', () => {
    const play = forked();
    done(play, 'legal');
    expect(act(play, 'return', 'money', { to: 'first', resume: 'walk-again' })).toBeNull();
    expect(open(play)).toEqual(['first']);
    done(play, 'first');
    expect(open(play)).toEqual(['legal', 'money']);
    done(play, 'legal', 'money', 'seal', 'last');
    expect(play.context.outcome).toBe('approved');
  });

  it('one of “all” refuses, and the request goes on as its rule says: by one veto to its end, by majority with the others', () => {
    const veto = signed();
    says(veto, 'al', 'reject');
    expect([veto.context.outcome, open(veto)]).toEqual(['rejected', []]);
    const majority = signed({ rejection: 'majority', rule: { by: 'number', of: 2 } });
    says(majority, 'al', 'reject');
    expect(waits(majority, 'sign').sort()).toEqual(['bea', 'cy']);
  });

  it('a rejection by one veto does not take back copies that were sent', () => {
    const play = forked();
    done(play, 'legal');
    const copied = play.journal.flatMap(({ events }) => told(events)).filter((event) => event === 'copy.sent tell sun');
    act(play, 'reject', 'money');
    expect(play.context.outcome).toBe('rejected');
    expect(copied).toHaveLength(1);
    expect(told(play.events).some((event) => event.startsWith('copy.'))).toBe(false);
    // Whoever has it reads it on: the record keeps them, what their step shows is theirs to see, and nothing that they were told is taken back.
    expect(recordOf(play.context, 'tell')?.copies).toEqual(['sun']);
    expect([...hiddenFrom(play.process, { requester: false, readsAll: false, steps: ['tell'] })]).toEqual([]);
    expect(play.effects.filter(({ type }) => type === 'take-back-notices')).toEqual([]);
    refolds(play);
  });

  it('nor does one on a countersign', () => {
    const play = signed({}, [{ id: 'tell', title: titled('Tell'), kind: 'cc', to: [{ by: 'role', role: 'secretary' }] }]);
    expect(says(play, 'al', 'reject')).toBeNull();
    expect([play.context.outcome, recordOf(play.context, 'tell')?.copies]).toEqual(['rejected', ['sun']]);
    expect(play.effects.filter(({ type }) => type === 'take-back-notices')).toEqual([]);
  });
});

describe('A branch that waits for a call holds the others', () => {
  const both = { id: 'both', title: titled('Both'), kind: 'parallel' };

  it('the branch beside it goes on to its end, and only where they meet the answer is waited for', () => {
    const lanes = [lane('A', [calls()]), lane('B', [checker('b'), checker('c')])];
    const play = beforeCall(flowOf([{ ...both, lanes }, checker('last')]));
    expect([open(play), statusOf(play)]).toEqual([['b'], 'waiting']);
    done(play, 'b', 'c');
    expect([open(play), statusOf(play)]).toEqual([[], 'waiting']);
    expect(hears(play)).toBeNull();
    expect(open(play)).toEqual(['last']);
    refolds(play);
  });

  it('also where the call fails: whoever looks after it has it, and the branch beside it goes on', () => {
    const lanes = [lane('A', [calls()]), lane('B', [checker('b')])];
    const play = beforeCall(flowOf([{ ...both, lanes }, checker('last')]));
    expect(hears(play, 'refused')).toBeNull();
    expect([statusOf(play), play.effects]).toEqual(['blocked', [expect.objectContaining({ notice: 'request-blocked', to: ['op'] })]]);
    done(play, 'b');
    expect(play.context.outcome).toBeNull();
    expect(play.do('call-again', 'op', { step: 'post', comment: 'up again' })).toBeNull();
    expect(hears(play)).toBeNull();
    expect(open(play)).toEqual(['last']);
    refolds(play);
  });
});

describe('The approval does not wait: the effect comes before it', () => {
  const callsSent = (play: Play): number =>
    play.journal.flatMap(({ events }) => told(events)).filter((event) => event.startsWith('call.sent')).length;

  /** Three sign, and what they have approved is posted to another system. */
  const posting = (): Play => {
    const play = peopled(flowOf([...signing().flow.slice(0, 2), calls(), checker('last')]));
    play.verdicts['sign'] = { kind: 'seats', people: ['al', 'bea', 'cy'], groups: [0, 1, 2] };
    play.do('submit', 'ann', { form: formOf(1200) });
    done(play, 'first');
    return play;
  };

  it('nothing is sent before the last of all who have to approve has said yes', () => {
    const play = posting();
    for (const person of ['al', 'bea']) {
      expect(says(play, person)).toBeNull();
      expect(callsSent(play)).toBe(0);
    }
    expect(says(play, 'cy')).toBeNull();
    expect([callsSent(play), sent(play).length]).toEqual([1, 1]);
    refolds(play);
  });

  it('and never where it was refused, withdrawn or given back', () => {
    const refused = posting();
    says(refused, 'al');
    says(refused, 'bea', 'reject');
    expect([refused.context.outcome, callsSent(refused)]).toEqual(['rejected', 0]);
    const returned = posting();
    says(returned, 'al', 'return', { to: 'requester' });
    expect([returned.value, callsSent(returned)]).toEqual(['returned', 0]);
    const withdrawn = peopled(through());
    withdrawn.do('submit', 'ann', { form: formOf(1200) });
    expect(withdrawn.do('withdraw', 'ann')).toBeNull();
    expect([withdrawn.context.outcome, callsSent(withdrawn)]).toEqual(['withdrawn', 0]);
  });

  it('nobody can jump there who may only decide', () => {
    const play = posting();
    expect(play.do('jump', 'al', { step: 'post', comment: 'now' })).not.toBeNull();
    expect(callsSent(play)).toBe(0);
  });
});

describe('After a return, everybody must approve again', () => {
  const returned = (resume: string): Play => {
    const play = at('approve');
    play.do('return', 'bo', { to: 'requester', comment: '—', resume: resume as 'walk-again' });
    return play;
  };

  it('the walk begins again where that was chosen, and goes straight back to whoever returned it where that was', () => {
    const again = at('check');
    again.do('return', 'chen', { to: 'requester', comment: '—', resume: 'walk-again' });
    again.do('resubmit', 'ann', { form: formOf(1200) });
    expect(again.value).toBe('review');
    const straight = at('check');
    straight.do('return', 'chen', { to: 'requester', comment: '—', resume: 'straight-back' });
    straight.do('resubmit', 'ann', { form: formOf(1200) });
    expect(straight.value).toBe('check');
  });

  it('but nobody’s word is carried over about content that has changed since', () => {
    const play = returned('straight-back');
    play.do('resubmit', 'ann', { form: formOf(1300) });
    expect(play.value).toBe('review');
  });
});

describe('Nobody can approve: an empty role locks the record for ever, or approves silently', () => {
  const stuck = (): Play => {
    const play = staffed();
    play.verdicts['check'] = { kind: 'blocked', owners: ['op'], reason: 'no-approver' };
    play.do('submit', 'ann', { form: formOf(1200) });
    play.do('approve', 'mei');
    return play;
  };

  it('it stands blocked with owners who are told, is decided by nobody, and goes on when somebody is found', () => {
    const play = stuck();
    expect([play.value, play.blocked?.owners, play.context.outcome]).toEqual(['check', ['op'], null]);
    expect(play.effects).toContainEqual(expect.objectContaining({ notice: 'request-blocked', to: ['op'] }));
    expect(play.do('approve', 'chen', { step: 'check' })).not.toBeNull();
    play.seat('check', 'chen');
    expect(play.do('resolve-again', 'op')).toBeNull();
    expect(play.do('approve', 'chen', { fields: { inPlan: true } })).toBeNull();
  });

  it('a quorum out of reach is blocked as well, and not open for ever', () => {
    const play = signed({ abstention: 'lowers', rule: { by: 'number', of: 3 } });
    says(play, 'bea');
    play.verdicts['sign'] = { kind: 'blocked', owners: ['op'], reason: 'too-few-approvers' };
    expect(play.do('abstain', 'al', { step: 'sign', generation: seatOf(play, 'sign', 'al')?.generation ?? 0, comment: '—' })).toBeNull();
    expect([play.blocked?.step, play.blocked?.owners, waits(play, 'sign'), play.context.outcome]).toEqual(['sign', ['op'], [], null]);
    refolds(play);
  });
});

describe('An approved thing is edited afterwards', () => {
  it('whoever decides says what they were shown; what has changed since is refused, and decided anew', () => {
    const play = at('check');
    const shown = play.shown('check');
    play.do('return', 'chen', { to: 'requester', comment: '—', resume: 'straight-back' });
    play.do('resubmit', 'ann', { form: formOf(1300) });
    expect(play.value).toBe('review');
    expect(play.do('approve', 'mei', { shown })).toMatchObject({ code: 'stale-content' });
    expect(play.do('approve', 'mei')).toBeNull();
  });
});

describe('A mis-click cannot be undone', () => {
  it('a decision is undone within its grace time, and the request stands as before', () => {
    const play = at('review');
    const before = play.context.steps['review']?.seats;
    play.do('approve', 'mei');
    expect(play.do('undo', 'mei')).toBeNull();
    expect(play.value).toBe('review');
    expect(Object.values(play.context.steps['review']?.seats ?? {}).map(({ person }) => person)).toEqual(
      Object.values(before ?? {}).map(({ person }) => person),
    );
    refolds(play);
  });

  it('and taken back later, until the next person has acted', () => {
    const play = at('review');
    play.do('approve', 'mei');
    play.seconds += 3_600;
    expect(play.do('take-back', 'mei')).toBeNull();
    play.do('approve', 'mei');
    play.do('approve', 'chen', { fields: { inPlan: true } });
    expect(play.do('take-back', 'mei')).not.toBeNull();
  });
});

describe('Double click, or two approvers at once', () => {
  it('the second of two who could decide is told who was first, and nothing counts twice', () => {
    const play = at('check');
    const generation = play.generation('check');
    expect(play.do('approve', 'chen', { fields: { inPlan: true } })).toBeNull();
    const { n } = play.request;
    expect(play.do('approve', 'cheng', { step: 'check', generation, fields: { inPlan: true } })).toMatchObject({
      code: 'already-decided',
      params: { by: 'chen' },
    });
    expect(play.do('approve', 'chen', { step: 'check', generation, fields: { inPlan: true } })).not.toBeNull();
    expect(play.request.n).toBe(n);
  });
});

describe('Bulk approve approves too much, half-fails, or bypasses the workflow', () => {
  const bulk = { upTo: '10000' };

  it('each is judged alone: a step with something to fill in, or an amount above the threshold, is refused by name and left as it is', () => {
    const fields = at('check');
    expect(fields.do('approve', 'chen', { bulk, fields: { inPlan: true } })).toMatchObject({ code: 'not-in-bulk' });
    expect(fields.value).toBe('check');
    const large = at('review', 90_000);
    expect(large.do('approve', 'mei', { bulk })).toMatchObject({ code: 'not-in-bulk' });
    const plain = at('review');
    expect(plain.do('approve', 'mei', { bulk })).toBeNull();
    expect(plain.journal.at(-1)?.command).toMatchObject({ bulk });
  });
});

describe('An administrator cannot repair', () => {
  it('jump, suspend, resume, override and terminate are there for whoever has the right, each with a reason', () => {
    const play = at('check');
    play.actors['op'] = { rights: ['requests.operate', 'requests.assign', 'requests.override'] };
    const words = allowed(play.process, play.request.state, play.actor('op'), play.facts('op')).map(({ command }) => command);
    expect(words).toEqual(expect.arrayContaining(['jump', 'suspend', 'terminate', 'reassign', 'override']));
    expect(play.do('suspend', 'op')).toMatchObject({ code: 'comment-required' });
    expect(play.do('suspend', 'op', { comment: 'audit' })).toBeNull();
    expect(play.do('approve', 'chen', { fields: { inPlan: true } })).not.toBeNull();
    expect(play.do('resume', 'op', { comment: 'done' })).toBeNull();
    expect(play.do('override', 'op', { step: 'check', comment: 'nobody can' })).toBeNull();
    expect(play.value).toBe('approve');
    refolds(play);
  });
});

describe('Who approved is unknown or wrong', () => {
  it('every decision names its person, also where it was handed over', () => {
    const play = at('check');
    play.do('transfer', 'chen', { person: 'fay', comment: 'yours' });
    play.do('approve', 'fay', { fields: { inPlan: true } });
    const deciders = play.journal.flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'task.decided' ? [`${event.step} ${event.person}`] : [])),
    );
    expect(deciders).toEqual(['review mei', 'check fay']);
  });
});

describe('Running requests break when a chain is edited', () => {
  it('a request goes by the definition that it was begun with, whatever is published meanwhile', () => {
    const play = at('check');
    const edited = definitionSchema.parse({ ...EXPENSE, version: 2, flow: [EXPENSE.flow[0]] });
    const other = new Play(edited).seat('review', 'mei');
    other.do('submit', 'ann', { form: formOf(1200) });
    other.do('approve', 'mei');
    expect(other.context.outcome).toBe('approved');
    play.do('approve', 'chen', { fields: { inPlan: true } });
    expect([play.value, play.request.state.version]).toEqual(['approve', 1]);
    refolds(play);
  });
});
