import { expense } from './expense.fixture';
import { rows } from './children.fixture';
import { checker, done, flowOf, peopled } from './lanes.fixture';
import { fold } from './play.fixture';
import { at, formOf, told } from './staffed.fixture';
import { verify } from '../verify/verify';

describe('withdrawing', () => {
  it('is the requester’s until the first decision', () => {
    const play = at('review');
    expect(play.do('withdraw', 'mei')).toMatchObject({ code: 'not-requester' });
    expect(play.do('withdraw', 'ann')).toBeNull();
    expect(play.value).toBe('withdrawn');
    expect(told(play.events)).toEqual(['task.closed review mei', 'request.finished']);
    expect(play.context.outcome).toBe('withdrawn');
  });

  it('is too late once somebody has decided', () => {
    expect(at('check').do('withdraw', 'ann')).toMatchObject({ code: 'decision-made' });
  });

  it('is possible again after a return to the requester, until the next decision', () => {
    const play = at('check');
    play.do('return', 'chen', { to: 'requester', comment: 'No.' });
    const again = at('check');
    again.do('return', 'chen', { to: 'requester', comment: 'No.' });
    expect(play.do('withdraw', 'ann')).toBeNull();
    again.do('resubmit', 'ann', { form: formOf(5) });
    again.do('approve', 'mei');
    expect(again.do('withdraw', 'ann')).toMatchObject({ code: 'decision-made' });
  });

  it('is not given back by a return to another step', () => {
    const play = at('check');
    play.do('return', 'chen', { to: 'review', comment: 'Again.' });
    expect(play.do('withdraw', 'ann')).toMatchObject({ code: 'decision-made' });
  });

  it('is final after its grace time and can be undone before', () => {
    const play = at('review');
    const before = play.generation('review');
    play.do('withdraw', 'ann');
    play.seconds += 10;
    expect(play.do('undo', 'ann')).toBeNull();
    expect(play.value).toBe('review');
    expect(told(play.events)).toEqual(['decision.undone review', 'task.opened review mei']);
    expect(play.generation('review')).toBeGreaterThan(before);
    expect(play.context.outcome).toBeNull();
  });
});

describe('withdrawing as the definition says', () => {
  it.each([
    ['any-time', null],
    [{ until: 'check' }, 'passed-already'],
    [{ until: 'approve' }, null],
    ['never', 'never-withdrawn'],
    [undefined, 'decision-made'],
  ] as const)('%j', (withdraw, code) => {
    const play = at('approve', 1200, expense(withdraw ? { withdraw } : {}));
    expect(play.do('withdraw', 'ann')?.code ?? null).toBe(code);
  });

  it('never, not even when it has come back', () => {
    const play = at('approve', 1200, expense({ withdraw: 'never' }));
    play.do('return', 'bo', { to: 'requester', comment: 'No.' });
    expect(play.do('withdraw', 'ann')).toMatchObject({ code: 'never-withdrawn' });
  });

  it('until a step that is there, or is not published', () => {
    const wrong = expense({ withdraw: { until: 'nowhere' }, reopen: { by: ['requester'], outcomes: ['approved'], to: 'size' } });
    expect(
      verify(wrong)
        .filter(({ code }) => code === 'no-such-step')
        .map(({ path }) => path),
    ).toEqual(['withdraw.until', 'reopen.to']);
  });
});

describe('withdrawing what another request has started, when that one ends', () => {
  it('is done where it stands, and not where something was carried out', () => {
    const link = { request: 'request-0', step: 'child', depth: 1, waits: true };
    const begin = () => {
      const play = peopled(
        flowOf([checker('one'), checker('two', { kind: 'work', authority: { kind: 'execute', matter: 'pay' } }), checker('three')]),
      );
      play.do('submit', 'ann', { form: rows(1), parent: link });
      return play;
    };
    const play = begin();
    expect(play.news({ type: 'parent.ended', why: 'parent-ended' })).toBeNull();
    expect(play.context.outcome).toBe('withdrawn');
    expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
    const paid = begin();
    paid.actors['two-er'] = { grants: [] };
    done(paid, 'one');
    paid.context.carriedOut.push('two');
    expect(paid.news({ type: 'parent.ended', why: 'parent-ended' })?.code).toBe('carried-out');
  });
});
