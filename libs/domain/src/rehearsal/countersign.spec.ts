import { definitionSchema, type Definition } from '../definition/definition.schema';
import { allowed } from '../engine/allowed';
import { openSeats, recordOf, standingSteps } from '../request/standing';
import { verify } from '../verify/verify';
import { EXPENSE } from './expense.fixture';
import { changed, fold, Play } from './play.fixture';
import { formOf, told } from './staffed.fixture';

const text = (en: string) => ({ zh: `${en}（中）`, en });
const by = (role: string, more: object = {}) => ({ assignee: { by: 'role', role }, ...more });
const FIRST = { id: 'first', title: text('First'), kind: 'review', assignee: { by: 'role', role: 'checker' } };
const SIGN = { id: 'sign', title: text('Sign'), kind: 'countersign', people: [by('legal'), by('finance')] };
const LAST = {
  id: 'last',
  title: text('Last'),
  kind: 'approve',
  assignee: { by: 'role', role: 'head' },
  returns: { to: ['first', 'sign', 'requester'], resume: 'choose' },
};

function flowOf(change: object = {}): Definition {
  const sign = { ...SIGN, returns: { to: ['first', 'requester'], resume: 'choose' }, ...change };
  return definitionSchema.parse({ ...EXPENSE, submitChecks: [], flow: [FIRST, sign, LAST] });
}

/** Says who signs: people of the first group, and of the second. */
function seated(play: Play, ...groups: string[][]): Play {
  play.verdicts['sign'] = { kind: 'seats', people: groups.flat(), groups: groups.flatMap((people, index) => people.map(() => index)) };
  return play;
}

/** A request that waits for Al and Bea of the one, and Cy of the other group. */
function asked(change: object = {}, groups = [['al', 'bea'], ['cy']]): Play {
  const play = seated(new Play(flowOf(change)).seat('first', 'fi').seat('last', 'la'), ...groups);
  play.do('submit', 'ann', { form: formOf(1200) });
  play.do('approve', 'fi', { step: 'first' });
  return play;
}

type Word = 'approve' | 'reject' | 'return' | 'abstain';
/** A word of one person about their own task. */
function says(play: Play, person: string, type: Word = 'approve', more: object = {}) {
  const [, seat] = openSeats(recordOf(play.context, 'sign')).find(([, each]) => each.person === person) ?? [];
  return play.do(type, person, { step: 'sign', generation: seat?.generation ?? 0, comment: '—', ...more });
}
const waits = (play: Play) => openSeats(recordOf(play.context, 'sign')).map(([, { person }]) => person);
const foldsAgain = (play: Play) => expect(fold(play.process, play.journal).hash).toBe(play.request.hash);

describe('a countersign', () => {
  it('passes when all have agreed, and tells what each has said', () => {
    const play = asked();
    expect([says(play, 'bea'), says(play, 'al')]).toEqual([null, null]);
    expect(waits(play)).toEqual(['cy']);
    expect(says(play, 'cy')).toBeNull();
    expect(told(play.events)).toEqual(['task.decided sign cy', 'step.passed sign', 'task.opened last la']);
    foldsAgain(play);
  });

  it('is rejected by one veto, and the tasks of the others go', () => {
    const play = asked();
    says(play, 'al');
    expect(says(play, 'cy', 'reject')).toBeNull();
    expect(play.context.outcome).toBe('rejected');
    expect(told(play.events)).toEqual(['task.decided sign cy', 'task.closed sign bea', 'request.finished']);
  });

  it('one of “all” refuses and the request goes on as its rule says', () => {
    const play = asked({ rule: { by: 'number', of: 2 }, rejection: 'majority' });
    expect(says(play, 'al', 'reject')).toBeNull();
    expect(play.context.outcome).toBeNull();
    says(play, 'bea');
    says(play, 'cy');
    expect(standingSteps(play.context)).toEqual(['last']);
  });

  it('closes the tasks that can change nothing any more as settled, and an undo brings them back', () => {
    const play = asked({ rule: { by: 'number', of: 2 } });
    says(play, 'al');
    says(play, 'cy');
    expect(play.events).toContainEqual(expect.objectContaining({ type: 'task.closed', person: 'bea', reason: 'settled' }));
    expect(play.do('undo', 'cy')).toBeNull();
    expect(waits(play)).toEqual(['bea', 'cy']);
    expect(play.do('undo', 'al')).toMatchObject({ code: 'not-undoable' });
    foldsAgain(play);
  });

  it('asks in order only whose turn it is', () => {
    const play = asked({ rule: { by: 'in-order' } });
    expect(waits(play)).toEqual(['al']);
    expect(says(play, 'cy')).toMatchObject({ code: 'invalid-state' });
    says(play, 'al');
    expect(told(play.events)).toEqual(['task.decided sign al', 'task.opened sign bea']);
    expect(play.do('undo', 'al')).toBeNull();
    expect(waits(play)).toEqual(['al']);
    says(play, 'al');
    says(play, 'bea');
    expect(play.do('undo', 'al')).toMatchObject({ code: 'not-undoable' });
    says(play, 'cy');
    expect(standingSteps(play.context)).toEqual(['last']);
    foldsAgain(play);
  });

  it('asks one of each group, and then nobody else of it', () => {
    const play = asked({ rule: { by: 'per-group' } });
    says(play, 'al');
    expect(waits(play)).toEqual(['bea', 'cy']);
    says(play, 'cy');
    expect(told(play.events)).toEqual(['task.decided sign cy', 'task.closed sign bea', 'step.passed sign', 'task.opened last la']);
  });

  it('seats somebody of two groups twice, with two words, each on the seat that was meant', () => {
    const play = asked({ rejection: 'majority', rule: { by: 'all-answer' } }, [['al'], ['al']]);
    expect(waits(play)).toEqual(['al', 'al']);
    expect(says(play, 'al', 'reject', { seat: 1 })).toBeNull();
    expect(recordOf(play.context, 'sign')?.seats).toMatchObject({ 0: { group: 0 }, 1: { group: 1, vote: { answer: 'no' } } });
    expect(recordOf(play.context, 'sign')?.seats['0']?.vote).toBeUndefined();
    expect(says(play, 'al', 'approve', { seat: 0 })).toBeNull();
    expect(standingSteps(play.context)).toEqual(['last']);
    foldsAgain(play);
  });

  it('a press that is repeated counts for no second seat of its person', () => {
    const play = asked({}, [['al'], ['al']]);
    expect(says(play, 'al', 'approve', { seat: 0 })).toBeNull();
    const again = { step: 'sign', generation: 2, comment: '—' };
    expect(play.do('approve', 'al', { ...again, seat: 0 })).toMatchObject({
      code: 'already-decided',
      params: { own: true, sameAnswer: true },
    });
    expect(waits(play)).toEqual(['al']);
    expect(play.do('approve', 'al', { ...again, seat: 1 })).toBeNull();
    expect(standingSteps(play.context)).toEqual(['last']);
  });

  it('offers who is still asked no more once others have signed than before', () => {
    const play = asked({ rule: { by: 'number', of: 2 } });
    const offered = () =>
      allowed(play.process, play.request.state, play.actor('bea'), play.facts('bea')).map(({ command, refusal }) => [
        command,
        refusal?.code,
      ]);
    const before = offered();
    says(play, 'al');
    expect(offered()).toEqual(before);
    // Whoever has not decided has nothing to take back yet, and reads so.
    expect(before.filter(([, code]) => code !== undefined)).toEqual([['take-back', 'decides-first']]);
    expect(before.map(([command]) => command)).not.toContain('claim');
  });

  it('that finds too few people any more keeps the words that were said, and goes on with them', () => {
    const play = asked({ rule: { by: 'number', of: 2 } });
    play.actors = { op: { rights: ['requests.operate', 'requests.assign'] } };
    says(play, 'al');
    play.verdicts['sign'] = { kind: 'blocked', owners: ['op'], reason: 'too-few-approvers' };
    expect(changed(play)).toBeNull();
    expect(told(play.events)).toEqual(['task.closed sign bea', 'task.closed sign cy', 'request.blocked sign']);
    expect(play.do('resolve-again', 'op', { step: 'sign' })).toBeNull();
    seated(play, ['al'], ['dot']);
    expect(changed(play)).toBeNull();
    expect(told(play.events)).toEqual(['request.unblocked sign', 'task.opened sign dot']);
    expect(waits(play)).toEqual(['dot']);
    expect(says(play, 'dot')).toBeNull();
    expect(standingSteps(play.context)).toEqual(['last']);
    foldsAgain(play);
  });

  it('that comes back to too few people keeps them too; of whoever is found no more the word goes', () => {
    const play = asked({ rule: { by: 'number', of: 2 } });
    play.actors = { op: { rights: ['requests.operate'] } };
    says(play, 'al');
    says(play, 'cy', 'return', { to: 'requester', resume: 'straight-back' });
    play.verdicts['sign'] = { kind: 'blocked', owners: ['op'], reason: 'too-few-approvers' };
    play.do('resubmit', 'ann', { form: formOf(1200) });
    expect(play.blocked).toMatchObject({ step: 'sign' });
    seated(play, ['bea', 'dot'], ['cy']);
    expect(play.do('resolve-again', 'op', { step: 'sign' })).toBeNull();
    expect(waits(play)).toEqual(['bea', 'cy', 'dot']);
    foldsAgain(play);
  });

  it('blocked by its people, and impossible by its words alone once they are there again: all are asked anew', () => {
    const play = asked({ rule: { by: 'number', of: 2 }, abstention: 'lowers' });
    says(play, 'al', 'abstain');
    play.verdicts['sign'] = { kind: 'blocked', owners: ['op'], reason: 'too-few-approvers' };
    expect(changed(play)).toBeNull();
    seated(play, ['al'], ['cy']);
    expect(changed(play)).toBeNull();
    expect(waits(play)).toEqual(['al', 'cy']);
    foldsAgain(play);
  });

  it('of which all answer, and impossible by the words that were kept whatever the others say: all are asked anew', () => {
    const allAnswer = { rule: { by: 'all-answer' }, rejection: 'majority', abstention: 'as-no' };
    const play = asked(allAnswer, [['al', 'bea', 'dot', 'eve'], ['cy']]);
    says(play, 'al', 'abstain');
    says(play, 'bea', 'abstain');
    play.verdicts['sign'] = { kind: 'blocked', owners: ['op'], reason: 'too-few-approvers' };
    expect(changed(play)).toBeNull();
    seated(play, ['al', 'bea'], ['cy']);
    expect(changed(play)).toBeNull();
    expect(waits(play)).toEqual(['al', 'bea', 'cy']);
    foldsAgain(play);
  });

  it('lets people abstain only where it says so', () => {
    expect(says(asked(), 'al', 'abstain')).toMatchObject({ code: 'invalid-state' });
    const play = asked({ abstention: 'lowers' });
    expect(says(play, 'al', 'abstain')).toBeNull();
    expect(told(play.events)).toEqual(['task.decided sign al']);
    says(play, 'bea');
    says(play, 'cy');
    expect(standingSteps(play.context)).toEqual(['last']);
  });

  it('is blocked, with who looks after it, when so many abstain that it can pass no more; looked for again, all are asked anew', () => {
    const play = asked({ abstention: 'lowers', rule: { by: 'number', of: 3 } });
    play.actors = { op: { rights: ['requests.operate'] } };
    says(play, 'bea');
    play.verdicts['sign'] = { kind: 'blocked', owners: ['op'], reason: 'too-few-approvers' };
    expect(says(play, 'al', 'abstain')).toBeNull();
    expect(told(play.events)).toEqual(['task.decided sign al', 'task.closed sign cy', 'request.blocked sign']);
    expect(play.blocked).toMatchObject({ step: 'sign', owners: ['op'] });
    foldsAgain(play);
    expect(play.do('undo', 'al')).toBeNull();
    expect(waits(play)).toEqual(['al', 'cy']);
    says(play, 'al', 'abstain');
    seated(play, ['al', 'bea'], ['cy']);
    expect(play.do('resolve-again', 'op', { step: 'sign', comment: 'Vote again' })).toBeNull();
    expect(waits(play)).toEqual(['al', 'bea', 'cy']);
    foldsAgain(play);
  });

  it('is never passed in the name of one of them, who decided the step before', () => {
    const play = seated(new Play(flowOf()).seat('first', 'al').seat('last', 'la'), ['al'], ['cy']);
    play.do('submit', 'ann', { form: formOf(1200) });
    play.do('approve', 'al', { step: 'first' });
    expect(waits(play)).toEqual(['al', 'cy']);
  });

  it('keeps seats and words of those who may stay when the company changes, and counts again', () => {
    const play = asked({ rule: { by: 'number', of: 2 } });
    says(play, 'al');
    seated(play, ['al', 'dot'], ['cy']);
    expect(changed(play)).toBeNull();
    expect(told(play.events)).toEqual(['task.closed sign bea', 'task.opened sign dot']);
    says(play, 'dot');
    expect(standingSteps(play.context)).toEqual(['last']);
    foldsAgain(play);
  });
});

describe('a return from a countersign of several people loses no task', () => {
  it('walks again: all of them are asked anew', () => {
    const play = asked();
    says(play, 'al');
    expect(says(play, 'cy', 'return', { to: 'first', resume: 'walk-again' })).toBeNull();
    expect(told(play.events)).toEqual(['task.decided sign cy', 'task.closed sign bea', 'request.returned', 'task.opened first fi']);
    play.do('approve', 'fi', { step: 'first' });
    expect(waits(play)).toEqual(['al', 'bea', 'cy']);
    foldsAgain(play);
  });

  it('comes straight back: what the others said stands, and whoever sent it back is asked again', () => {
    const play = asked();
    says(play, 'al');
    says(play, 'cy', 'return', { to: 'requester', resume: 'straight-back' });
    expect(play.do('resubmit', 'ann', { form: formOf(1200) })).toBeNull();
    expect(waits(play)).toEqual(['bea', 'cy']);
    says(play, 'bea');
    says(play, 'cy');
    expect(standingSteps(play.context)).toEqual(['last']);
    foldsAgain(play);
  });

  it('comes straight back with another amount: all of them are asked anew', () => {
    const play = asked();
    says(play, 'al');
    says(play, 'cy', 'return', { to: 'requester', resume: 'straight-back' });
    play.do('resubmit', 'ann', { form: formOf(1300) });
    play.do('approve', 'fi', { step: 'first' });
    expect(waits(play)).toEqual(['al', 'bea', 'cy']);
    foldsAgain(play);
  });

  it('goes into a countersign from behind it: all of them are asked again, in either way', () => {
    for (const resume of ['walk-again', 'straight-back'] as const) {
      const play = asked();
      for (const person of ['al', 'bea', 'cy']) says(play, person);
      expect(play.do('return', 'la', { step: 'last', to: 'sign', resume, comment: '—' })).toBeNull();
      expect(waits(play)).toEqual(['al', 'bea', 'cy']);
      foldsAgain(play);
    }
  });

  it('an undone return brings back every task and every word', () => {
    const play = asked();
    says(play, 'al');
    says(play, 'cy', 'return', { to: 'first', resume: 'straight-back' });
    expect(play.do('undo', 'cy')).toBeNull();
    expect(waits(play)).toEqual(['bea', 'cy']);
    says(play, 'bea');
    says(play, 'cy');
    expect(standingSteps(play.context)).toEqual(['last']);
    foldsAgain(play);
  });

  it('asks again in order after it came straight back', () => {
    const play = asked({ rule: { by: 'in-order' } });
    says(play, 'al');
    says(play, 'bea', 'return', { to: 'first', resume: 'straight-back' });
    play.do('approve', 'fi', { step: 'first' });
    expect(waits(play)).toEqual(['bea']);
    says(play, 'bea');
    expect(waits(play)).toEqual(['cy']);
    foldsAgain(play);
  });
});

describe('what is wrong with a countersign', () => {
  const codes = (change: object) => verify(flowOf(change)).map(({ code, path }) => `${code} ${path}`);
  const one = { assignee: { by: 'superior' } };

  it.each<[string, object, string]>([
    ['more people than its rules can find', { people: [one], rule: { by: 'number', of: 2 } }, 'never-passes flow.1.rule'],
    ['more votes than there are', { people: [{ ...one, weight: 3 }], rule: { by: 'weight', atLeast: 4 } }, 'never-passes flow.1.rule'],
    ['more of a group than it has', { people: [{ ...one, needs: 2 }], rule: { by: 'per-group' } }, 'never-passes flow.1.people.0.needs'],
    ['a weight that nothing weighs', { people: [{ ...one, weight: 2 }] }, 'not-counted flow.1.people.0.weight'],
    ['a number that nothing counts', { people: [{ ...one, needs: 1 }] }, 'not-counted flow.1.people.0.needs'],
    [
      'two picks of the requester',
      { people: [{ assignee: { by: 'choice' } }, { assignee: { by: 'choice' } }] },
      'picked-twice flow.1.people',
    ],
    ['the requester among those who sign', { people: [{ assignee: { by: 'requester' } }] }, 'requester-decides flow.1.people.0.assignee'],
    [
      'levels that end below where they begin',
      { people: [{ assignee: { by: 'superior', level: 3, upTo: 2 } }] },
      'bad-levels flow.1.people.0.assignee.upTo',
    ],
    [
      'more superiors than there are levels',
      { people: [{ assignee: { by: 'superior', level: 2, upTo: 3 } }], rule: { by: 'number', of: 3 } },
      'never-passes flow.1.rule',
    ],
    ['nobody, and it goes on', { whenNobody: 'skip' }, 'approve-skipped flow.1.whenNobody'],
    ['fields that each would overwrite', { fields: { write: ['inPlan'] } }, 'countersign-writes flow.1.fields.write'],
  ])('%s', (_what, change, finding) => {
    expect(codes(change)).toContain(finding);
  });

  it.each<[string, object]>([
    ['a share beyond all', { rule: { by: 'share', percent: 101 } }],
    ['a share of none', { rule: { by: 'share', percent: 0 } }],
    ['a weight of nothing', { people: [{ ...one, weight: 0 }], rule: { by: 'share', percent: 50 } }],
    ['nobody', { people: [] }],
    ['a number of nobody', { rule: { by: 'number', of: 0 } }],
    ['more groups than there may be', { people: Array.from({ length: 21 }, () => one) }],
  ])('%s is no countersign', (_what, change) => {
    expect(definitionSchema.safeParse({ ...EXPENSE, flow: [{ ...SIGN, ...change }] }).success).toBe(false);
  });
});
