import { definitionSchema, type Definition } from '../definition/definition.schema';
import { MOST_SIGNERS } from '../guards/signer-fits.guard';
import type { CommandBody } from '../request/command';
import { openSeats, recordOf, standingSteps } from '../request/standing';
import { company, directoryOf } from './company.fixture';
import { EXPENSE, grant } from './expense.fixture';
import { changed, fold, Play } from './play.fixture';
import { formOf, told } from './staffed.fixture';

const text = (en: string) => ({ zh: `${en}（中）`, en });
const role = { by: 'role', role: 'checker' };
const FIRST = { id: 'first', title: text('First'), kind: 'review', assignee: role };
const PLAIN_STEP = { id: 'sign', title: text('Sign'), kind: 'approve', assignee: role };
const COUNTED = { id: 'sign', title: text('Sign'), kind: 'countersign', people: [{ assignee: role }, { assignee: role }] };
const LAST = { id: 'last', title: text('Last'), kind: 'approve', assignee: role, returns: { to: ['sign', 'requester'], resume: 'choose' } };

function asked(step: object = PLAIN_STEP, groups = [['al']]): Play {
  const sign = { returns: { to: ['first', 'requester'], resume: 'choose' }, ...step };
  const definition: Definition = definitionSchema.parse({ ...EXPENSE, submitChecks: [], flow: [FIRST, sign, LAST] });
  const play = new Play(definition).seat('first', 'fi').seat('last', 'la');
  const counted = 'people' in sign ? { groups: groups.flatMap((people, index) => people.map(() => index)) } : {};
  play.verdicts['sign'] = { kind: 'seats', people: groups.flat(), ...counted };
  play.do('submit', 'ann', { form: formOf(1200) });
  play.do('approve', 'fi', { step: 'first' });
  return play;
}

/** What one person does about their own task. */
function does(play: Play, person: string, type: CommandBody['type'] = 'approve', more: object = {}) {
  const [, seat] = openSeats(recordOf(play.context, 'sign')).find(([, each]) => each.person === person) ?? [];
  return play.do(type, person, { step: 'sign', generation: seat?.generation ?? 0, comment: '—', ...more });
}
const adds = (play: Play, person: string, where: 'before' | 'after' | 'beside', whom: string) =>
  does(play, person, `sign-${where}`, { person: whom });
const waits = (play: Play) => openSeats(recordOf(play.context, 'sign')).map(([, { person }]) => person);
const foldsAgain = (play: Play) => expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
const passes = (play: Play) => expect(standingSteps(play.context)).toEqual(['last']);

describe('adding a signer', () => {
  it('who signs, and fills nothing in: what the step writes is for those whom it found', () => {
    const play = asked({ ...PLAIN_STEP, fields: { write: ['inPlan', 'receipt'], required: ['inPlan'] } });
    adds(play, 'al', 'before', 'nora');
    const before = { ...play.form };
    for (const fields of [{ inPlan: true }, { receipt: 'R1' }, { receipt: '' }, { inPlan: null }])
      expect(does(play, 'nora', 'approve', { fields })).toMatchObject({ code: 'signs-only' });
    expect(does(play, 'nora', 'approve', { fields: {} })).toBeNull();
    expect(play.form).toEqual(before);
    expect(play.context.written).toEqual({});
    expect(does(play, 'al', 'approve')).toMatchObject({ code: 'required-fields' });
    expect(does(play, 'al', 'approve', { fields: { inPlan: true } })).toBeNull();
    expect(play.form).toMatchObject({ inPlan: true });
    passes(play);
    foldsAgain(play);
  });

  describe('whoever signs beside somebody who changes what is there', () => {
    const changing = (fields: object): Play => asked({ ...PLAIN_STEP, ...fields }, [['al']]);
    /** Whoever decided before is shown something else too, and comes first. */
    const seenBefore = (play: Play) =>
      standingSteps(play.context).includes('first') && expect(play.do('approve', 'fi', { step: 'first' })).toBeNull();
    const cheaper = { items: [{ day: '2026-02-20', invoice: 'A1', amount: { amount: '1000', currency: 'CNY' } }] };
    const [edits, writes] = [{ fields: { edit: ['items', 'reason'] } }, { fields: { write: ['inPlan', 'receipt'], required: ['inPlan'] } }];

    it.each<[string, object, object]>([
      ['corrects an amount', edits, cheaper],
      ['corrects a text', edits, { reason: 'Otherwise' }],
      ['fills in what the step writes', writes, { inPlan: true }],
    ])('says nothing about what they have not seen: %s', (_, fields, values) => {
      const play = changing(fields);
      adds(play, 'al', 'beside', 'nora');
      const seen = play.shown('sign');
      expect(does(play, 'al', 'approve', { fields: values })).toBeNull();
      seenBefore(play);
      expect(does(play, 'nora', 'approve', { shown: seen })).toMatchObject({ code: 'stale-content' });
      expect(does(play, 'nora')).toBeNull();
      passes(play);
      foldsAgain(play);
    });

    it.each(['before', 'beside'] as const)('is asked again where they had signed (%s), and whoever corrected it is not', (where) => {
      const play = changing(edits);
      adds(play, 'al', where, 'nora');
      expect(does(play, 'nora')).toBeNull();
      expect(does(play, 'al', 'approve', { fields: cheaper })).toBeNull();
      seenBefore(play);
      expect(waits(play)).toEqual(['nora']);
      foldsAgain(play);
      expect(does(play, 'nora')).toBeNull();
      passes(play);
      foldsAgain(play);
    });
  });

  it('before: they sign first, then it comes back', () => {
    const play = asked();
    expect(adds(play, 'al', 'before', 'nora')).toBeNull();
    expect(told(play.events)).toEqual(['task.closed sign al', 'signer.before sign nora', 'task.opened sign nora']);
    expect(does(play, 'al')).toMatchObject({ code: 'invalid-state' });
    expect(does(play, 'nora')).toBeNull();
    expect(told(play.events)).toEqual(['task.decided sign nora', 'task.opened sign al']);
    does(play, 'al');
    passes(play);
    foldsAgain(play);
  });

  it('after: they sign once one has agreed, and only then it goes on', () => {
    const play = asked();
    adds(play, 'al', 'after', 'nora');
    expect(waits(play)).toEqual(['al']);
    does(play, 'al');
    expect(told(play.events)).toEqual(['task.decided sign al', 'task.opened sign nora']);
    does(play, 'nora');
    passes(play);
    foldsAgain(play);
  });

  it('beside: both have to agree, in either order', () => {
    for (const first of ['al', 'nora']) {
      const play = asked();
      adds(play, 'al', 'beside', 'nora');
      expect(waits(play)).toEqual(['al', 'nora']);
      does(play, first);
      expect(standingSteps(play.context)).toEqual(['sign']);
      does(play, first === 'al' ? 'nora' : 'al');
      passes(play);
      foldsAgain(play);
    }
  });

  it('a no of somebody who was added is a veto', () => {
    const play = asked({ ...COUNTED, rule: { by: 'any' }, rejection: 'majority' }, [['al'], ['cy']]);
    adds(play, 'al', 'beside', 'nora');
    expect(does(play, 'nora', 'reject')).toBeNull();
    expect(play.context.outcome).toBe('rejected');
  });

  it('leaves the quorum of the rule alone: an added yes counts for nobody else', () => {
    const play = asked({ ...COUNTED, rule: { by: 'number', of: 2 } }, [['al', 'bea'], ['cy']]);
    adds(play, 'al', 'beside', 'nora');
    does(play, 'nora');
    does(play, 'al');
    expect(waits(play)).toEqual(['bea', 'cy']);
    does(play, 'cy');
    passes(play);
    foldsAgain(play);
  });

  it('waits for the added one when the rule is met; the others are asked no longer', () => {
    const play = asked({ ...COUNTED, rule: { by: 'any' } }, [['al', 'bea'], ['cy']]);
    adds(play, 'al', 'after', 'nora');
    does(play, 'bea');
    expect(told(play.events)).toEqual(['task.decided sign bea', 'task.closed sign al', 'task.closed sign cy', 'task.opened sign nora']);
    expect(play.events).toContainEqual(expect.objectContaining({ person: 'cy', reason: 'settled' }));
    expect(play.do('undo', 'bea')).toBeNull();
    expect(waits(play)).toEqual(['al', 'bea', 'cy']);
    foldsAgain(play);
  });

  it('in order: nobody comes before those who were added to one before them', () => {
    for (const where of ['before', 'after', 'beside'] as const) {
      const play = asked({ ...COUNTED, rule: { by: 'in-order' } }, [['al'], ['cy']]);
      adds(play, 'al', where, 'nora');
      expect(waits(play)).toEqual(where === 'before' ? ['nora'] : where === 'after' ? ['al'] : ['al', 'nora']);
      does(play, where === 'after' ? 'al' : 'nora');
      expect(waits(play)).toEqual(where === 'after' ? ['nora'] : ['al']);
      does(play, where === 'after' ? 'nora' : 'al');
      expect(waits(play)).toEqual(['cy']);
      does(play, 'cy');
      passes(play);
      foldsAgain(play);
    }
  });

  it('somebody who was added may add, and it all comes back in order', () => {
    const play = asked();
    adds(play, 'al', 'before', 'nora');
    adds(play, 'nora', 'before', 'olaf');
    expect(waits(play)).toEqual(['olaf']);
    does(play, 'olaf');
    does(play, 'nora');
    expect(waits(play)).toEqual(['al']);
    foldsAgain(play);
  });

  it('refuses without a reason, twice the same person, and without end', () => {
    const play = asked();
    expect(does(play, 'al', 'sign-beside', { person: 'nora', comment: '' })).toMatchObject({ code: 'comment-required' });
    expect(adds(play, 'bo', 'beside', 'nora')).toMatchObject({ code: 'invalid-state' });
    expect(adds(play, 'al', 'beside', 'al')).toMatchObject({ code: 'signs-already' });
    adds(play, 'al', 'beside', 'nora');
    expect(adds(play, 'al', 'after', 'nora')).toMatchObject({ code: 'signs-already' });
    for (let more = 1; more < MOST_SIGNERS; more += 1) expect(adds(play, 'al', 'beside', `p${more}`)).toBeNull();
    expect(adds(play, 'al', 'beside', 'one-more')).toMatchObject({ code: 'too-many-signers' });
  });

  it('asks no authority of those who are added, and does not let them stand for who has it', () => {
    const authority = { kind: 'approve-within-limit', matter: 'expense', amount: 'amount' };
    const play = asked({ ...PLAIN_STEP, authority });
    play.actors = { al: { grants: [grant('al', '5000')] } };
    adds(play, 'al', 'beside', 'nora');
    expect(does(play, 'nora')).toBeNull();
    expect(standingSteps(play.context)).toEqual(['sign']);
    play.actors = {};
    expect(does(play, 'al')).toMatchObject({ code: 'no-authority' });
  });

  it('does not ask the fields of a step of whoever only signs it', () => {
    const play = asked({ ...PLAIN_STEP, fields: { write: ['inPlan'], required: ['inPlan'] } });
    adds(play, 'al', 'before', 'nora');
    expect(does(play, 'nora', 'approve', { fields: {} })).toBeNull();
    expect(does(play, 'al', 'approve', { fields: {} })).toMatchObject({ code: 'required-fields' });
  });
});

describe('an added signer, taken back', () => {
  it('by undo: it is as before', () => {
    for (const where of ['before', 'after', 'beside'] as const) {
      const play = asked();
      adds(play, 'al', where, 'nora');
      expect(play.do('undo', 'al')).toBeNull();
      expect(waits(play)).toEqual(['al']);
      does(play, 'al');
      passes(play);
      foldsAgain(play);
    }
  });

  it('not by undo once they have signed', () => {
    const play = asked();
    adds(play, 'al', 'before', 'nora');
    does(play, 'nora');
    expect(play.do('undo', 'al')).toMatchObject({ code: 'not-undoable' });
    expect(play.do('remove-signer', 'al', { comment: '' })).toMatchObject({ code: 'nothing-added' });
  });

  it('by removing it: only one’s own, the newest first, and what waited for it goes on', () => {
    const play = asked();
    adds(play, 'al', 'after', 'nora');
    adds(play, 'al', 'before', 'olaf');
    expect(play.do('remove-signer', 'nora', {})).toMatchObject({ code: 'nothing-added' });
    expect(play.do('remove-signer', 'al', {})).toBeNull();
    expect(told(play.events)).toEqual(['task.closed sign olaf', 'signer.removed sign olaf', 'task.opened sign al']);
    does(play, 'al');
    expect(waits(play)).toEqual(['nora']);
    expect(play.do('remove-signer', 'al', {})).toBeNull();
    expect(told(play.events)).toEqual(['task.closed sign nora', 'step.passed sign', 'signer.removed sign nora', 'task.opened last la']);
    passes(play);
    foldsAgain(play);
    expect(play.do('undo', 'al')).toBeNull();
    expect(waits(play)).toEqual(['nora']);
    foldsAgain(play);
  });

  it('by the company, when they leave: whoever added them is asked again', () => {
    const play = asked();
    adds(play, 'al', 'before', 'nora');
    play.verdicts['sign'] = { kind: 'seats', people: ['al'], unfit: ['nora'] };
    expect(changed(play)).toBeNull();
    expect(told(play.events)).toEqual(['task.closed sign nora', 'signer.gone sign nora', 'task.opened sign al']);
    foldsAgain(play);
  });

  it('stays when others of the company change', () => {
    const play = asked();
    adds(play, 'al', 'beside', 'nora');
    play.verdicts['sign'] = { kind: 'seats', people: ['bea'] };
    changed(play);
    expect(waits(play)).toEqual(['nora', 'bea']);
    foldsAgain(play);
  });
});

describe('returns across added signers', () => {
  it('walk again: whoever was added is asked no more', () => {
    const play = asked();
    adds(play, 'al', 'beside', 'nora');
    does(play, 'nora', 'return', { to: 'first', resume: 'walk-again' });
    play.do('approve', 'fi', { step: 'first' });
    expect(waits(play)).toEqual(['al']);
    foldsAgain(play);
  });

  it('straight back: what one said stands, and whoever sent it back signs again', () => {
    const play = asked();
    adds(play, 'al', 'after', 'nora');
    does(play, 'al');
    does(play, 'nora', 'return', { to: 'requester', resume: 'straight-back' });
    play.do('resubmit', 'ann', { form: formOf(1200) });
    expect(waits(play)).toEqual(['nora']);
    does(play, 'nora');
    passes(play);
    foldsAgain(play);
  });

  it('straight back by whoever added: both are asked, in their order', () => {
    const play = asked();
    adds(play, 'al', 'after', 'nora');
    does(play, 'al', 'return', { to: 'first', resume: 'straight-back' });
    play.do('approve', 'fi', { step: 'first' });
    expect(waits(play)).toEqual(['al']);
    does(play, 'al');
    expect(waits(play)).toEqual(['nora']);
    foldsAgain(play);
  });

  it('an undone return brings the added one back', () => {
    const play = asked();
    adds(play, 'al', 'beside', 'nora');
    does(play, 'nora', 'return', { to: 'first', resume: 'walk-again' });
    expect(play.do('undo', 'nora')).toBeNull();
    expect(waits(play)).toEqual(['al', 'nora']);
    foldsAgain(play);
  });
});

describe('who may be added', () => {
  const NOW = '2026-03-02T02:00:00.000Z';
  const ABOVE = { request: 'above', step: 'child', depth: 1, waits: true, requesters: ['eve'] };

  it('is somebody of the company who is there, and neither asks nor benefits', () => {
    const definition = definitionSchema.parse({
      ...EXPENSE,
      submitChecks: [],
      flow: [{ ...PLAIN_STEP, assignee: { by: 'person', person: 'bo' } }],
    });
    const people = company(() => 0);
    const play = new Play(definition);
    play.directory = directoryOf({ ...people, active: { ...people.active, gus: false } }, NOW);
    expect(play.do('submit', 'ann', { form: formOf(1200, { friend: 'dai' }), parent: ABOVE })).toBeNull();
    const [boss = ''] = waits(play);
    const code = (whom: string) => (adds(play, boss, 'beside', whom)?.params.removed as { code: string } | undefined)?.code;
    expect(['ann', 'eve', 'dai', 'gus'].map(code)).toEqual(['is-requester', 'asks-above', 'is-beneficiary', 'inactive']);
    expect(adds(play, boss, 'beside', 'nobody-here')).toMatchObject({ code: 'not-assignable' });
    expect(adds(play, boss, 'beside', 'fay')).toBeNull();
    expect(waits(play)).toEqual([boss, 'fay']);
    play.directory = directoryOf({ ...people, active: { ...people.active, fay: false } }, NOW);
    expect(changed(play)).toBeNull();
    expect(waits(play)).toEqual([boss]);
    foldsAgain(play);
  });

  it('asks with whoever takes their word back those who were found since, and did not have to give theirs', () => {
    for (const [step, were, are] of [
      [PLAIN_STEP, [['al']], [['al', 'dot']]],
      [{ ...COUNTED, rule: { by: 'number', of: 2 } }, [['bo'], ['al']], [['bo'], ['al', 'dot']]],
    ] as const) {
      const play = asked(
        step,
        were.map((group) => [...group]),
      );
      adds(play, 'al', 'beside', 'nora');
      if (step !== PLAIN_STEP) does(play, 'bo');
      does(play, 'al');
      const groups = are.flatMap((people, index) => people.map(() => index));
      play.verdicts['sign'] = { kind: 'seats', people: are.flat(), ...(step === PLAIN_STEP ? {} : { groups }) };
      expect([changed(play), waits(play)]).toEqual([null, ['nora']]);
      expect(play.do('undo', 'al')).toBeNull();
      expect(waits(play).sort()).toEqual(['al', 'dot', 'nora']);
      does(play, 'dot');
      expect(waits(play)).toEqual(['nora']);
      foldsAgain(play);
    }
  });

  it('is taken back no more once somebody has spoken who had to wait for it, whoever else they waited for', () => {
    for (const last of ['bea', 'eve'] as const) {
      const play = asked();
      adds(play, 'al', 'before', 'eve');
      adds(play, 'eve', 'beside', 'bea');
      does(play, last === 'eve' ? 'bea' : 'eve');
      does(play, last);
      adds(play, 'al', 'after', 'nora');
      expect(does(play, 'al')).toBeNull();
      expect(waits(play)).toEqual(['nora']);
      for (const person of ['eve', 'bea']) expect(play.do('undo', person)).toMatchObject({ code: 'not-undoable' });
      expect(play.do('undo', 'al')).toBeNull();
      expect(waits(play)).toEqual(['al']);
      foldsAgain(play);
    }
  });

  it('is asked for no more only as long as somebody else is asked: nobody takes back the last signature that is waited for', () => {
    const play = asked({ ...COUNTED, people: [{ assignee: role }], rule: { by: 'all' } }, [['al', 'dot']]);
    does(play, 'dot');
    adds(play, 'al', 'beside', 'eve');
    play.verdicts['sign'] = { kind: 'seats', people: ['dot'], groups: [0] };
    expect([changed(play), waits(play)]).toEqual([null, ['eve']]);
    expect(play.do('undo', 'al')).toMatchObject({ code: 'not-undoable' });
    does(play, 'eve');
    passes(play);
    foldsAgain(play);
    const own = asked();
    adds(own, 'al', 'beside', 'eve');
    does(own, 'al');
    expect(waits(own)).toEqual(['eve']);
    for (const asks of [['al', 'eve'], ['al']]) expect([own.do('undo', 'al'), waits(own).sort()]).toEqual([null, asks]);
    foldsAgain(own);
  });
});
