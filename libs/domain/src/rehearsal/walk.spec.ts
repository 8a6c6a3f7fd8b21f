import { expense } from './expense.fixture';
import { fold } from './play.fixture';
import { at, formOf, staffed, told } from './staffed.fixture';

describe('a walk through a process', () => {
  it('takes a small request through review, check, approval and payment to its end', () => {
    const play = staffed();
    expect(play.do('submit', 'ann', { form: formOf(1200) })).toBeNull();
    expect(told(play.events)).toEqual(['request.submitted', 'task.opened review mei']);
    expect(play.do('approve', 'mei')).toBeNull();
    expect(told(play.events)).toEqual([
      'task.decided review mei',
      'step.passed review',
      'task.opened check chen',
      'task.opened check cheng',
    ]);
    expect(play.do('approve', 'chen', { fields: { inPlan: true } })).toBeNull();
    expect(told(play.events)).toEqual([
      'task.decided check chen',
      'task.closed check cheng',
      'step.passed check',
      'task.opened approve bo',
    ]);
    expect(play.do('approve', 'bo')).toBeNull();
    expect(told(play.events)).toEqual(['task.decided approve bo', 'step.passed approve', 'copy.sent tell sun', 'task.opened pay kai']);
    expect(play.do('approve', 'kai', { fields: { receipt: 'R-7' } })).toBeNull();
    expect(told(play.events)).toEqual(['task.decided pay kai', 'step.passed pay', 'request.finished']);
    expect(play.value).toBe('approved');
    expect(play.request.n).toBe(5);
  });

  it('takes the branch that the amount asks for', () => {
    expect(at('check', 5000).do('approve', 'chen', {})).toBeNull();
    const small = at('check', 5000);
    small.do('approve', 'chen');
    expect(small.value).toBe('approve');
    const large = at('check', 5001);
    large.do('approve', 'chen');
    expect(large.value).toBe('opinion');
  });

  it('skips a step whose condition does not hold, and says so', () => {
    const play = staffed();
    play.params = { opinionAsked: false };
    play.do('submit', 'ann', { form: formOf(9000) });
    play.do('approve', 'mei');
    play.do('approve', 'chen');
    expect(play.value).toBe('approve');
    expect(play.events).toContainEqual({ type: 'step.skipped', step: 'opinion', reason: 'condition' });
  });

  it('reads parameters at the first submit only', () => {
    const play = staffed();
    play.do('submit', 'ann', { form: formOf(9000) });
    play.params = { opinionAsked: false };
    play.do('return', 'mei', { to: 'requester', comment: 'Why?' });
    play.do('resubmit', 'ann', {});
    expect(play.context.params).toEqual({ opinionAsked: true });
  });

  it('skips a step that finds nobody only where the definition says so', () => {
    const flow = [{ ...expense().flow[0], whenNobody: 'skip' }, ...expense().flow.slice(1)];
    const play = staffed(expense({ flow: flow as never }));
    play.verdicts['review'] = { kind: 'skipped', reason: 'nobody' };
    expect(play.do('submit', 'ann', { form: formOf(10) })).toBeNull();
    expect(play.events).toContainEqual({ type: 'step.skipped', step: 'review', reason: 'nobody' });
    const strict = staffed();
    strict.verdicts['review'] = { kind: 'skipped', reason: 'nobody' };
    expect(() => strict.do('submit', 'ann', { form: formOf(10) })).toThrow(/does not allow/);
  });

  it('keeps routing values and no texts in the state', () => {
    const play = at('approve');
    expect(play.context.fields).toEqual({
      amount: { minor: '120000', currency: 'CNY' },
      friend: null,
      inPlan: true,
      'items.day': ['2026-02-20'],
      'items.invoice': ['A1'],
    });
    expect(JSON.stringify(play.request.state)).not.toContain('Tools');
  });

  it('shows the next reader other content only when a decision wrote something', () => {
    const play = at('review');
    const shown = play.shown('approve');
    play.do('approve', 'mei', { comment: 'Fine.' });
    expect(play.shown('approve')).toBe(shown);
    play.do('approve', 'chen', { fields: { inPlan: true } });
    expect(play.shown('approve')).not.toBe(shown);
  });

  it('ends when its grace time is over, and not before', () => {
    const play = at('approved');
    play.seconds += 9;
    expect(play.timer()).toMatchObject({ code: 'invalid-state' });
    play.seconds += 1;
    expect(play.timer()).toBeNull();
    expect(told(play.events)).toEqual(['request.closed']);
    expect(play.value).toBe('closed');
    expect(play.do('undo', 'kai')).toMatchObject({ code: 'not-undoable' });
    expect(play.do('withdraw', 'ann')).toMatchObject({ code: 'invalid-state' });
  });

  it('comes out the same when its stored transitions are folded', () => {
    const play = at('approved', 9000);
    play.seconds += 10;
    play.timer();
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('refuses to advance a command that the machine does not take', () => {
    const play = at('check');
    expect(() => fold(play.process, [...play.journal, play.journal[0] as never])).toThrow('Expected to submit at');
  });
});
