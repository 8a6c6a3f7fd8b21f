import { fold } from './play.fixture';
import { at, formOf, told } from './staffed.fixture';

describe('undoing one’s own decision', () => {
  it('takes the successor’s task away and opens one’s own again, in the next generation', () => {
    const play = at('check');
    const shown = play.shown('approve');
    play.do('approve', 'chen', { fields: { inPlan: true } });
    expect(play.shown('approve')).not.toBe(shown);
    expect(play.do('undo', 'chen')).toBeNull();
    expect(play.value).toBe('check');
    expect(told(play.events)).toEqual([
      'task.closed approve bo',
      'decision.undone check',
      'task.opened check chen',
      'task.opened check cheng',
    ]);
    expect(play.context).toMatchObject({ written: {}, undo: [] });
    expect(play.shown('approve')).toBe(shown);
    expect(play.context.fields['inPlan']).toBeNull();
    expect(play.context.steps['approve']).toBeUndefined();
    expect(play.context.steps['check']).toMatchObject({ status: 'open', generation: 4 });
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('goes on as if nothing had been', () => {
    const play = at('check');
    play.do('approve', 'chen');
    play.do('undo', 'chen');
    expect(play.do('approve', 'cheng', { fields: { inPlan: true } })).toBeNull();
    expect(play.do('approve', 'bo')).toBeNull();
    expect(play.value).toBe('pay');
  });

  it('restores what the decision overwrote', () => {
    const play = at('opinion', 9000);
    play.do('return', 'dai', { to: 'check', comment: 'x' });
    play.do('approve', 'chen', { fields: { inPlan: false } });
    expect(play.context.fields['inPlan']).toBe(false);
    play.do('undo', 'chen');
    expect(play.context.fields['inPlan']).toBe(true);
    expect(play.value).toBe('check');
    expect(play.context.steps['opinion']?.status).toBe('returned');
  });

  it('is refused to everybody else', () => {
    const play = at('check');
    play.do('approve', 'chen');
    expect(play.do('undo', 'cheng')).toMatchObject({ code: 'not-undoable' });
    expect(play.do('undo', 'ann')).toMatchObject({ code: 'not-undoable' });
  });

  it('is refused once somebody has acted since', () => {
    const play = at('review');
    play.do('approve', 'mei');
    play.do('approve', 'chen');
    expect(play.do('undo', 'mei')).toMatchObject({ code: 'not-undoable' });
  });

  it('is refused when the grace time is over', () => {
    const play = at('review');
    play.do('approve', 'mei');
    play.seconds += 11;
    expect(play.do('undo', 'mei')).toMatchObject({ code: 'undo-too-late', params: { seconds: 10 } });
  });

  it('is refused once the company has changed, so that those who would be asked again would not be asked now', () => {
    const play = at('check');
    play.do('approve', 'chen', { fields: { inPlan: true } });
    const { request } = play;
    // Cheng, who had the same task, has lost his post since.
    play.gone.add('cheng');
    expect(play.do('undo', 'chen')).toMatchObject({ code: 'undo-too-late', params: { why: 'people' } });
    expect(play.request).toBe(request);
    play.gone.clear();
    expect(play.do('undo', 'chen')).toBeNull();
  });

  it('is not undone itself', () => {
    const play = at('review');
    play.do('approve', 'mei');
    play.do('undo', 'mei');
    expect(play.do('undo', 'mei')).toMatchObject({ code: 'not-undoable' });
  });

  it('takes back a rejection', () => {
    const play = at('approve');
    expect(play.do('reject', 'bo', { comment: 'Not this year.' })).toBeNull();
    expect(play.value).toBe('rejected');
    expect(play.do('undo', 'bo')).toBeNull();
    expect(play.value).toBe('approve');
    expect(play.context).toMatchObject({ outcome: null, finishedAt: null, closesAt: null });
    expect(play.do('approve', 'bo')).toBeNull();
  });

  it('is refused once another request holds what the rejected or withdrawn one gave back', () => {
    const rejected = at('approve');
    rejected.do('reject', 'bo', { comment: 'Not this year.' });
    const withdrawn = at('review');
    withdrawn.do('withdraw', 'ann');
    for (const [play, person] of [
      [rejected, 'bo'],
      [withdrawn, 'ann'],
    ] as const) {
      play.claimed = { invoice: { a1: 'SE-2026-0007' } };
      expect(play.do('undo', person)).toMatchObject({ code: 'value-taken', params: { value: 'A1', request: 'SE-2026-0007' } });
      play.claimed = { invoice: { b2: 'SE-2026-0007' } };
      expect(play.do('undo', person)).toBeNull();
    }
  });

  it('is refused once something that followed from the decision has been sent', () => {
    const play = at('review');
    play.do('approve', 'mei');
    play.effectsTaken = true;
    expect(play.do('undo', 'mei')).toMatchObject({ code: 'undo-too-late', params: { why: 'sent' } });
    play.effectsTaken = false;
    expect(play.do('undo', 'mei')).toBeNull();
  });

  it('takes back the last approval of all', () => {
    const play = at('approved');
    expect(play.do('undo', 'kai')).toBeNull();
    expect(play.value).toBe('pay');
    expect(play.context.steps['pay']?.status).toBe('open');
  });

  it('takes back a return, and with it the round that it began', () => {
    const play = at('approve', 9000);
    const before = play.context;
    play.do('return', 'bo', { to: 'review', comment: 'Hm.' });
    expect(play.do('undo', 'bo')).toBeNull();
    expect(play.value).toBe('approve');
    expect(play.context.returns).toBe(0);
    expect(play.context.walked).toEqual(before.walked);
    expect(Object.keys(play.context.steps).sort()).toEqual(Object.keys(before.steps).sort());
  });

  it('takes back the withdrawal of a returned request', () => {
    const play = at('review');
    play.do('return', 'mei', { to: 'requester', comment: 'Hm.' });
    play.do('withdraw', 'ann');
    expect(play.do('undo', 'ann')).toBeNull();
    expect(play.value).toBe('returned');
    expect(play.context.returned).toMatchObject({ by: 'review' });
    expect(play.do('resubmit', 'ann', { form: formOf(7) })).toBeNull();
  });
});
