import type { Play } from './play.fixture';
import { expense } from './expense.fixture';
import { fold } from './play.fixture';
import { at, formOf, staffed, told } from './staffed.fixture';

const title = { zh: '节点', en: 'Step' };
const [review, check, , approve, , pay] = expense().flow;
const back = (play: Play, actor: string, to: string) =>
  play.do('return', actor, { to, resume: 'straight-back', comment: 'Please look again.' });

/** The last work of the process may send back straight, to whomever. */
const straight = (fields: object[] = []) =>
  staffed(
    expense({
      submitChecks: [],
      form: { fields: [...expense().form.fields, ...fields] as never },
      flow: [review, check, approve, { ...pay, returns: { to: ['requester', 'check', 'approve'], resume: 'straight-back' } }] as never,
    }),
  );

/** A request over an amount that Bo has approved and Kai is to pay. */
function approved(amount: number, play = straight()): Play {
  play.do('submit', 'ann', { form: formOf(amount) });
  play.do('approve', 'mei');
  play.do('approve', 'chen', { fields: { inPlan: true } });
  expect(play.do('approve', 'bo')).toBeNull();
  expect(play.value).toBe('pay');
  return play;
}

describe('a decision about content that has changed since', () => {
  it('stands no longer, although nobody flagged the amount as material: it steers a limit', () => {
    const fields = expense().form.fields.map((field) => ({ ...field, material: false }));
    const play = straight();
    const bare = staffed({ ...play.process.definition, form: { fields } });
    approved(900, bare);
    expect(back(bare, 'kai', 'requester')).toBeNull();
    expect(bare.do('resubmit', 'ann', { form: formOf(90_000) })).toBeNull();
    expect(bare.value).toBe('review');
    bare.do('approve', 'mei');
    bare.do('approve', 'chen', { fields: { inPlan: true } });
    expect(bare.do('approve', 'bo')).toMatchObject({ code: 'over-limit' });
  });

  it('stands where nothing that it was shown has changed', () => {
    const play = approved(900);
    back(play, 'kai', 'requester');
    expect(play.do('resubmit', 'ann', { form: { ...formOf(900), items: formOf(900)['items'] as never } })).toBeNull();
    expect(play.value).toBe('pay');
    expect(told(play.events)).toEqual(['request.submitted', 'task.opened pay kai']);
  });

  it('is asked for again from exactly those who were shown something else', () => {
    const play = approved(900);
    expect(back(play, 'kai', 'check')).toBeNull();
    expect(play.value).toBe('check');
    expect(play.do('approve', 'chen', { fields: { inPlan: false } })).toBeNull();
    // Mei reviewed before anybody had said anything about the plan; Bo approved by it.
    expect(play.value).toBe('approve');
    expect(play.context.steps['review']?.status).toBe('passed');
    expect(play.do('approve', 'bo')).toBeNull();
    expect(play.value).toBe('pay');
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('stands for the one who wrote the field, and for those behind where it says the same', () => {
    const play = approved(900);
    back(play, 'kai', 'check');
    expect(play.do('approve', 'chen', { fields: { inPlan: true } })).toBeNull();
    expect(play.value).toBe('pay');
  });

  it('is undone with its content', () => {
    const play = approved(900);
    back(play, 'kai', 'check');
    play.do('approve', 'chen', { fields: { inPlan: false } });
    expect(play.do('undo', 'chen')).toBeNull();
    expect(play.context.fields['inPlan']).toBe(true);
    expect(play.do('approve', 'chen', { fields: { inPlan: true } })).toBeNull();
    expect(play.value).toBe('pay');
  });
});

describe('a decision about what a later step writes over', () => {
  const rewriting = () => {
    const flow = [review, check, approve, { ...check, id: 'again', title }, pay];
    return staffed(expense({ submitChecks: [], flow: flow as never })).seat('again', 'cora');
  };
  const come = (play: Play): void => {
    play.do('submit', 'ann', { form: formOf(900) });
    play.do('approve', 'mei');
    play.do('approve', 'chen', { fields: { inPlan: true } });
    play.do('approve', 'bo');
    expect(play.value).toBe('again');
  };

  it('is asked for again: the walk begins anew, and all that still stands is passed through', () => {
    const play = rewriting();
    come(play);
    expect(play.do('approve', 'cora', { fields: { inPlan: false } })).toBeNull();
    // Bo approved by what the check had said; nobody else was shown it.
    expect(play.value).toBe('approve');
    expect(told(play.events)).toContain('task.opened approve bo');
    expect(play.do('approve', 'bo')).toBeNull();
    expect(play.value).toBe('pay');
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('stands where the same is written again', () => {
    const play = rewriting();
    come(play);
    expect(play.do('approve', 'cora', { fields: { inPlan: true } })).toBeNull();
    expect(play.value).toBe('pay');
  });

  it('is as before once the writing is undone', () => {
    const play = rewriting();
    come(play);
    play.do('approve', 'cora', { fields: { inPlan: false } });
    expect(play.do('undo', 'cora')).toBeNull();
    expect(play.value).toBe('again');
    expect(play.context.steps['approve']?.status).toBe('passed');
  });
});

describe('people who are to be apart', () => {
  const apart = (first: object, second: object) =>
    staffed(
      expense({
        submitChecks: [],
        flow: [
          { ...review, id: 'first', ...first },
          { ...review, id: 'between' },
          { ...review, id: 'last', returns: { to: ['first', 'between'], resume: 'straight-back' }, ...second },
          { ...review, id: 'after', returns: { to: ['first', 'last'], resume: 'straight-back' } },
        ] as never,
      }),
    )
      .seat('first', 'ada', 'bob')
      .seat('between', 'cem')
      .seat('last', 'bob', 'dan')
      .seat('after', 'eva');

  it.each([
    ['the later step names the earlier', {}, { distinctFrom: ['first'] }],
    ['the earlier step names the later', { distinctFrom: ['last'] }, {}],
  ])('are apart whichever decides first: %s', (_what, first, second) => {
    const play = apart(first, second);
    play.do('submit', 'ann', { form: formOf(1) });
    play.do('approve', 'ada');
    play.do('approve', 'cem');
    expect(play.do('approve', 'bob')).toBeNull();
    expect(play.do('return', 'eva', { to: 'first', comment: 'Again.' })).toBeNull();
    expect(play.value).toBe('first');
    // Bob’s word on the later step stands: the earlier one is not his to give too.
    expect(play.do('approve', 'bob')).toMatchObject({ code: 'decided-before', params: { step: 'last' } });
    expect(play.do('approve', 'ada')).toBeNull();
    expect(play.value).toBe('after');
  });
});

describe('a copy', () => {
  it('is sent once, however often the walk comes by', () => {
    const [, , , , tell] = expense().flow;
    const play = staffed(
      expense({ submitChecks: [], flow: [review, tell, { ...pay, returns: { to: ['review'], resume: 'straight-back' } }] as never }),
    );
    play.do('submit', 'ann', { form: formOf(1) });
    play.do('approve', 'mei');
    back(play, 'kai', 'review');
    expect(play.do('approve', 'mei')).toBeNull();
    expect(told(play.events)).toEqual(['task.decided review mei', 'step.passed review', 'task.opened pay kai']);
  });
});

describe('steps and fields with the names of what every object inherits', () => {
  it.each(['constructor', 'valueof', 'hasownproperty'])('run like any other: %s', (id) => {
    // No import takes such a name any more; an older definition may hold one.
    const { flow, ...rest } = expense({ submitChecks: [] });
    const play = staffed({
      ...rest,
      flow: [
        { ...flow[0], id },
        { ...flow[0], id: 'then', title },
      ] as never,
    });
    play.seat(id, 'mei').seat('then', 'bo');
    play.do('submit', 'ann', { form: formOf(1) });
    expect(play.value).toBe(id);
    expect(told(play.events)).toEqual(['request.submitted', `task.opened ${id} mei`]);
    expect(play.do('approve', 'mei')).toBeNull();
    expect(play.value).toBe('then');
  });
});

describe('what a decision told anybody', () => {
  it('is taken back with it: “has been approved” leaves the bell, and so do copies', () => {
    const play = at('approved');
    expect(play.effects).toContainEqual({ type: 'notify', notice: 'request-approved', to: ['ann'], step: null, immediate: true });
    play.do('undo', 'kai');
    expect(play.effects).toContainEqual({ type: 'take-back-notices', of: play.journal.length - 1, notice: 'request-approved', step: null });
    const copied = at('pay');
    copied.do('undo', 'bo');
    expect(copied.effects).toContainEqual({
      type: 'take-back-notices',
      of: copied.journal.length - 1,
      notice: 'copy-received',
      step: 'tell',
    });
  });

  it('is taken back for a return and a rejection too', () => {
    const returned = at('check');
    returned.do('return', 'chen', { to: 'requester', comment: 'Hm.' });
    returned.do('undo', 'chen');
    expect(returned.effects).toContainEqual({
      type: 'take-back-notices',
      of: returned.journal.length - 1,
      notice: 'request-returned',
      step: 'check',
    });
    const rejected = at('approve');
    rejected.do('reject', 'bo', { comment: 'No.' });
    rejected.do('undo', 'bo');
    expect(rejected.effects).toContainEqual({
      type: 'take-back-notices',
      of: rejected.journal.length - 1,
      notice: 'request-rejected',
      step: null,
    });
  });
});
