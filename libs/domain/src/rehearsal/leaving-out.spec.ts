import { definitionSchema, type DefinitionInput } from '../definition/definition.schema';
import { allowed } from '../engine/allowed';
import { recordOf, standingSteps } from '../request/standing';
import { verify } from '../verify/verify';
import { expense } from './expense.fixture';
import { fold, type Play } from './play.fixture';
import { formOf, staffed, told } from './staffed.fixture';

/** The expense, whose second step may be left out. */
function begun(by: string): Play {
  const flow = expense().flow.map((step) => (step.id === 'check' ? { ...step, optional: { by } } : step)) as DefinitionInput['flow'];
  const play = staffed(definitionSchema.parse({ ...expense(), flow }));
  expect(play.do('submit', 'ann', { form: formOf(1200) })).toBeNull();
  expect(play.do('approve', 'mei')).toBeNull();
  expect(play.value).toBe('check');
  return play;
}

const button = (play: Play, person: string) =>
  allowed(play.process, play.request.state, play.actor(person), play.facts(person)).find(({ command }) => command === 'leave-out');

describe('a step that somebody may leave out', () => {
  it.each([
    ['requester', 'ann'],
    ['review', 'mei'],
  ])('is left out by %s, with a reason, and whoever had it is told', (by, person) => {
    const play = begun(by);
    for (const other of ['ann', 'mei', 'chen', 'bo'].filter((each) => each !== person)) {
      expect(play.do('leave-out', other, { step: 'check', comment: 'No need.' })).toMatchObject({ code: 'not-yours-to-leave-out' });
      expect(button(play, other)).toBeUndefined();
    }
    expect(play.do('leave-out', person, { step: 'check' })).toMatchObject({ code: 'comment-required' });
    expect(button(play, person)).toMatchObject({ step: 'check', refusal: null, needsComment: true });
    expect(play.do('leave-out', person, { step: 'check', comment: 'No need.' })).toBeNull();
    expect(told(play.events)).toEqual([
      'task.closed check chen',
      'task.closed check cheng',
      `step.left-out check ${person}`,
      'task.opened approve bo',
    ]);
    expect(play.effects).toContainEqual(expect.objectContaining({ notice: 'task-left-out', to: ['chen', 'cheng'] }));
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('stays left out on the way back, as long as it is about the same, and is asked when all is walked again', () => {
    const play = begun('requester');
    play.do('leave-out', 'ann', { step: 'check', comment: 'No need.' });
    const back = (resume: 'walk-again' | 'straight-back'): void => {
      expect(play.do('return', 'bo', { to: 'requester', resume, comment: 'Look.' })).toBeNull();
    };
    const { returns } = play.process.steps['approve'] as { returns: { resume: string } };
    expect(returns.resume).toBe('walk-again');
    back('walk-again');
    play.do('resubmit', 'ann', { form: formOf(1200) });
    play.do('approve', 'mei');
    expect(standingSteps(play.context)).toEqual(['check']);
  });

  it('can be undone: the same people are asked again', () => {
    const play = begun('requester');
    play.do('leave-out', 'ann', { step: 'check', comment: 'No need.' });
    expect(play.do('undo', 'ann')).toBeNull();
    expect(standingSteps(play.context)).toEqual(['check']);
    expect(Object.values(recordOf(play.context, 'check')?.seats ?? {}).map(({ person }) => person)).toEqual(['chen', 'cheng']);
  });

  it('is one that decides nothing for good, and is named by an earlier one', () => {
    const codes = (id: string, by: string) => {
      const flow = expense().flow.map((step) => (step.id === id ? { ...step, optional: { by } } : step)) as DefinitionInput['flow'];
      return verify(definitionSchema.parse({ ...expense(), flow }))
        .filter(({ severity }) => severity === 'error')
        .map(({ code }) => code);
    };
    expect(codes('approve', 'requester')).toEqual(['never-optional']);
    expect(codes('pay', 'requester')).toEqual(['never-optional']);
    expect(codes('check', 'approve')).toEqual(['optional-not-earlier']);
    expect(codes('check', 'review')).toEqual([]);
  });
});
