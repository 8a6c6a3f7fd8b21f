import { definitionSchema } from '../definition/definition.schema';
import { openSeats, recordOf } from '../request/standing';
import { EXPENSE } from './expense.fixture';
import { changed, fold, Play } from './play.fixture';
import { formOf } from './staffed.fixture';

const title = { zh: '签字', en: 'Sign' };
const step = (id: string) => ({ id, title, kind: 'approve', assignee: { by: 'role', role: 'checker' } });

describe('somebody who was asked for information, and leaves', () => {
  const asked = (): Play => {
    const definition = definitionSchema.parse({ ...EXPENSE, submitChecks: [], flow: [step('sign'), step('last')] });
    const play = new Play(definition).seat('sign', 'al').seat('last', 'la');
    play.do('submit', 'ann', { form: formOf(1200) });
    expect(play.do('ask', 'al', { step: 'sign', person: 'nora', comment: 'Which store?' })).toBeNull();
    expect(play.do('ask', 'al', { step: 'sign', person: 'pia', comment: 'Which day?' })).toBeNull();
    return play;
  };
  const leave = (play: Play): unknown => {
    play.verdicts['sign'] = { kind: 'seats', people: ['al'], unanswering: ['nora'] };
    return changed(play);
  };
  const people = (play: Play): string[] => openSeats(recordOf(play.context, 'sign')).map(([, { person }]) => person);

  it('is waited for no more: the question is taken back, whoever asked it is told, and other questions stay', () => {
    const play = asked();
    expect(people(play)).toEqual(['al', 'nora', 'pia']);
    expect(leave(play)).toBeNull();
    expect(people(play)).toEqual(['al', 'pia']);
    expect(play.events).toContainEqual({ type: 'question.gone', step: 'sign', person: 'nora', by: 'al' });
    expect(play.effects).toContainEqual(expect.objectContaining({ type: 'notify', notice: 'question-gone', to: ['al'], step: 'sign' }));
    expect(changed(play)).toMatchObject({ code: 'unchanged' });
    expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
  });

  it('keeps nobody from deciding, before or after', () => {
    const play = asked();
    leave(play);
    expect(play.do('answer', 'nora', { step: 'sign', comment: 'Late.' })).toMatchObject({ code: 'not-assignee' });
    expect(play.do('approve', 'al', { step: 'sign' })).toBeNull();
    expect(play.value).toBe('last');
    expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
  });
});
