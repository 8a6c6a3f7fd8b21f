import { expense } from './expense.fixture';
import { fold, Play } from './play.fixture';
import { at, formOf, staffed, told, yuan } from './staffed.fixture';

function back(play: Play, actor: string, to: string, resume?: 'walk-again' | 'straight-back') {
  return play.do('return', actor, { to, comment: 'Please look again.', ...(resume ? { resume } : {}) });
}

describe('returning to the requester', () => {
  it('leaves the request with its requester and closes the tasks of the others', () => {
    const play = at('check');
    expect(back(play, 'chen', 'requester', 'walk-again')).toBeNull();
    expect(play.value).toBe('returned');
    expect(told(play.events)).toEqual(['task.decided check chen', 'task.closed check cheng', 'request.returned']);
    expect(play.context.returned).toEqual({ by: 'check', to: 'requester', resume: 'walk-again' });
  });

  it('walks every step again after a resubmit, in the next generation', () => {
    const play = at('check');
    back(play, 'chen', 'requester', 'walk-again');
    expect(play.do('resubmit', 'ann', { form: formOf(1300) })).toBeNull();
    expect(play.value).toBe('review');
    expect(play.context.round).toBe(2);
    expect(play.generation('review')).toBeGreaterThan(1);
    expect(play.context.fields['amount']).toEqual(yuan(1300));
  });

  it('goes straight back to the returner where that was chosen and nothing material changed', () => {
    const play = at('check');
    back(play, 'chen', 'requester', 'straight-back');
    play.do('resubmit', 'ann', { form: formOf(1200) });
    expect(play.value).toBe('check');
    play.do('approve', 'chen');
    expect(play.value).toBe('approve');
  });

  it('lapses decisions when a material field changed: everybody is asked again, whatever was chosen', () => {
    const play = at('check');
    back(play, 'chen', 'requester', 'straight-back');
    play.do('resubmit', 'ann', { form: formOf(99) });
    expect(play.value).toBe('review');
  });

  it('asks steps anew for what they had filled in', () => {
    const play = at('approve');
    back(play, 'bo', 'requester');
    expect(play.do('resubmit', 'ann', { form: formOf(1200) })).toBeNull();
    expect(play.context.fields['inPlan']).toBeNull();
    expect(play.form).not.toHaveProperty('inPlan');
  });

  it('lets only the requester resubmit', () => {
    const play = at('check');
    back(play, 'chen', 'requester');
    expect(play.do('resubmit', 'mei', { form: formOf(1) })).toMatchObject({ code: 'not-requester' });
    expect(play.do('submit', 'ann', { form: formOf(1) })).toMatchObject({ code: 'already-submitted' });
  });

  it('counts rounds and stops at the most that the step allows', () => {
    const play = at('check');
    for (let round = 1; round < 4; round++) {
      expect(back(play, 'chen', 'requester', 'straight-back')).toBeNull();
      expect(play.do('resubmit', 'ann', { form: formOf(1200) })).toBeNull();
    }
    expect(back(play, 'chen', 'requester')).toMatchObject({ code: 'too-many-rounds', params: { max: 4 } });
  });
});

describe('returning to an earlier step', () => {
  it('opens that step again in the next generation and forgets what followed', () => {
    const play = at('approve', 9000);
    expect(back(play, 'bo', 'review')).toBeNull();
    expect(play.value).toBe('review');
    expect(told(play.events)).toEqual(['task.decided approve bo', 'request.returned', 'task.opened review mei']);
    expect(Object.keys(play.context.steps).sort()).toEqual(['approve', 'review']);
    play.do('approve', 'mei');
    expect(play.value).toBe('check');
  });

  it('means the step that somebody decided last by “previous”', () => {
    const play = at('approve', 9000);
    back(play, 'bo', 'previous');
    expect(play.value).toBe('opinion');
    const small = at('approve', 10);
    back(small, 'bo', 'previous');
    expect(small.value).toBe('check');
  });

  it('comes straight back to the returner once the step has passed again', () => {
    const play = at('opinion', 9000);
    expect(back(play, 'dai', 'check')).toBeNull();
    expect(play.value).toBe('check');
    expect(play.do('approve', 'cheng', { fields: { inPlan: false } })).toBeNull();
    expect(play.value).toBe('opinion');
    expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
  });

  it('does not come straight back when the step wrote something material: what lies between is asked again', () => {
    const { form, ...rest } = expense();
    const fields = form.fields.map((field) => (field.key === 'inPlan' ? { ...field, material: true } : field));
    const [review, check, ...others] = rest.flow;
    const last = others.at(-1);
    const between = { id: 'between', title: review?.title, kind: 'review', assignee: { by: 'superior' } };
    const straight = { ...review, id: 'late', returns: { to: ['check'], resume: 'straight-back' } };
    const play = staffed(expense({ form: { fields }, flow: [review, check, between, straight, last] as never }));
    play.seat('between', 'bea').seat('late', 'leo');
    play.do('submit', 'ann', { form: formOf(10) });
    play.do('approve', 'mei');
    play.do('approve', 'chen', { fields: { inPlan: true } });
    play.do('approve', 'bea');
    back(play, 'leo', 'check');
    play.do('approve', 'chen', { fields: { inPlan: true } });
    expect(play.value).toBe('late');
    back(play, 'leo', 'check');
    play.do('approve', 'chen', { fields: { inPlan: false } });
    expect(play.value).toBe('between');
  });

  it('refuses a place that is no earlier step of this walk', () => {
    const play = at('check');
    expect(back(play, 'chen', 'approve')).toMatchObject({
      code: 'return-target',
      params: { targets: ['requester', 'previous', 'review'] },
    });
    expect(back(at('review'), 'mei', 'previous')).toMatchObject({ code: 'return-target' });
    expect(play.do('return', 'chen', { comment: 'x' })).toMatchObject({ code: 'return-target' });
  });

  it('demands a comment', () => {
    expect(at('check').do('return', 'chen', { to: 'requester', comment: '  ' })).toMatchObject({ code: 'comment-required' });
  });

  it('tells a second decider who was first, after the request has gone', () => {
    const play = at('check');
    const task = { step: 'check', generation: play.generation('check') };
    back(play, 'chen', 'requester');
    expect(play.do('approve', 'cheng', task)).toMatchObject({
      code: 'already-decided',
      params: { by: 'chen', decision: 'return', own: false },
    });
  });
});

describe('a straight way back that a material change has closed', () => {
  const title = { zh: '节点', en: 'Step' };
  const flag = { eq: [{ field: 'flag' }, { value: true }] };
  const definition = expense({
    submitChecks: [],
    form: { fields: [...expense().form.fields, { key: 'flag', type: 'yes-no', label: title, filledAt: 'step', material: true }] },
    flow: [
      { id: 'first', kind: 'review', title, assignee: { by: 'superior' }, fields: { write: ['flag'] } },
      {
        id: 'size',
        kind: 'branch',
        title,
        cases: [{ title, when: flag as never, steps: [{ id: 'opinion', kind: 'opinion', title, assignee: { by: 'superior' } }] }],
      },
      {
        id: 'last',
        kind: 'review',
        title,
        assignee: { by: 'superior' },
        distinctFrom: ['opinion'],
        commentRequired: { eq: [{ stance: 'opinion' }, { value: 'against' }] },
        returns: { to: ['first'], resume: 'straight-back' },
      },
    ],
  });

  it('forgets the steps of the walk before that this one does not come to', () => {
    const play = new Play(definition).seat('first', 'mei').seat('opinion', 'dai').seat('last', 'bo', 'dai');
    play.do('submit', 'ann', { form: formOf(10) });
    play.do('approve', 'mei', { fields: { flag: true } });
    play.do('approve', 'dai', { stance: 'against', comment: 'No.' });
    expect(play.do('return', 'bo', { to: 'first', comment: 'Look again.' })).toBeNull();
    const before = play.context;
    expect(play.do('approve', 'mei', { fields: { flag: false } })).toBeNull();
    expect(play.value).toBe('last');
    expect(Object.keys(play.context.steps).sort()).toEqual(['first', 'last']);
    expect(play.do('undo', 'mei')).toBeNull();
    expect(Object.keys(play.context.steps).sort()).toEqual(Object.keys(before.steps).sort());
    play.do('approve', 'mei', { fields: { flag: false } });
    expect(play.do('approve', 'dai')).toBeNull();
    expect(play.value).toBe('approved');
  });
});
