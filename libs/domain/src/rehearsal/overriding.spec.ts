import { allowed } from '../engine/allowed';
import { recordOf, standingSteps } from '../request/standing';
import { expense } from './expense.fixture';
import { fold, type Play } from './play.fixture';
import { formOf, staffed, told } from './staffed.fixture';

function atCheck(): Play {
  const play = staffed(expense());
  play.actors = { ...play.actors, op: { rights: ['requests.operate'] }, boss: { rights: ['requests.override'] } };
  expect(play.do('submit', 'ann', { form: formOf(1200) })).toBeNull();
  expect(play.do('approve', 'mei')).toBeNull();
  return play;
}

const over = (play: Play, person: string, comment?: string) =>
  play.do('override', person, { step: 'check', ...(comment ? { comment } : {}) });

describe('overriding a step', () => {
  it('needs a right of its own, a reason, and somebody whom the request does not concern', () => {
    const play = atCheck();
    expect(over(play, 'op', 'Needed.')).toMatchObject({ code: 'not-owner' });
    expect(over(play, 'boss')).toMatchObject({ code: 'comment-required' });
    play.actors['ann'] = { rights: ['requests.override'] };
    expect(over(play, 'ann', 'Needed.')).toMatchObject({ code: 'own-repair' });
  });

  it('passes that step alone, as nobody’s approval, tells whoever had it, and cannot be undone', () => {
    const play = atCheck();
    expect(over(play, 'boss', 'Needed.')).toBeNull();
    expect(told(play.events)).toEqual([
      'task.closed check chen',
      'task.closed check cheng',
      'step.overridden check boss',
      'task.opened approve bo',
    ]);
    expect(play.effects).toContainEqual(expect.objectContaining({ notice: 'task-overridden', to: ['chen', 'cheng'] }));
    expect(recordOf(play.context, 'check')).toMatchObject({ status: 'waived', seats: {} });
    expect(play.do('undo', 'boss')).toMatchObject({ code: 'not-undoable' });
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('frees a step for which nobody is found', () => {
    const play = staffed(expense());
    play.actors = { ...play.actors, boss: { rights: ['requests.override'] } };
    play.verdicts['review'] = { kind: 'blocked', owners: ['op'], reason: 'no-approver' };
    play.do('submit', 'ann', { form: formOf(1200) });
    expect(play.do('override', 'boss', { step: 'review', comment: 'Needed.' })).toBeNull();
    expect(standingSteps(play.context)).toEqual(['check']);
    expect(play.events).toContainEqual({ type: 'step.overridden', step: 'review', person: 'boss' });
  });

  it('carries nothing out', () => {
    const flow = expense().flow.map((step) =>
      step.id === 'check' ? { ...step, authority: { kind: 'execute', matter: 'expense' } } : step,
    );
    const play = staffed(expense({ flow: flow as never }));
    play.actors = { ...play.actors, boss: { rights: ['requests.override'] } };
    play.do('submit', 'ann', { form: formOf(1200) });
    play.do('approve', 'mei');
    expect(over(play, 'boss', 'Needed.')).toMatchObject({ code: 'not-done-by-override' });
    const button = allowed(play.process, play.request.state, play.actor('boss'), play.facts('boss')).find(
      ({ command }) => command === 'override',
    );
    expect(button?.refusal?.code).toBe('not-done-by-override');
  });
});
