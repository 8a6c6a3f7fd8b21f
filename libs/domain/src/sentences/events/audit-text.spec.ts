import type { TransitionEvent } from '../../request/transition';
import { auditTexts } from './audit-text';
import { context } from '../sentence-scene.fixture';

describe('what a transition did, for whoever audits it', () => {
  const say = (...events: TransitionEvent[]) => auditTexts(events, context);
  const by = { generation: 1, seat: 0, person: 'zhang', stance: null } as const;

  it('names a decision with its step, and does not say again that the step passed', () => {
    expect(
      say(
        { ...by, type: 'task.decided', step: 'review', decision: 'approve', answer: 'yes' },
        { type: 'step.passed', step: 'review', generation: 1 },
        { type: 'request.finished', outcome: 'approved' },
      ).map(({ en }) => en),
    ).toEqual(['“Review”: reviewed', expect.stringMatching(/approved/i)]);
  });

  it('tells a return once, by where it leads', () => {
    const events = say(
      { ...by, type: 'task.decided', step: 'approval', decision: 'return', answer: 'back' },
      { type: 'request.returned', by: 'approval', to: 'requester', resume: 'walk-again' },
    );
    expect(events).toEqual([{ zh: '退回申请人修改', en: 'Returned to the requester' }]);
  });

  it('tells a task that was handed on once, by whom it went to', () => {
    const { generation, seat } = by;
    const events: TransitionEvent[] = [
      { type: 'task.closed', step: 'review', generation, seat, person: 'zhang', reason: 'reassigned' },
      { type: 'step.reassigned', step: 'review', from: 'zhang', to: 'na' },
    ];
    expect(say(...events)).toHaveLength(1);
    // A task that somebody else has decided is no deed of its own.
    expect(say({ type: 'task.closed', step: 'review', generation, seat, person: 'zhang', reason: 'decided-by-other' })).toHaveLength(1);
  });

  it('says that a step passed that nobody of this transition has decided', () => {
    expect(say({ type: 'step.passed', step: 'approval', generation: 1 })).toHaveLength(1);
  });
});
