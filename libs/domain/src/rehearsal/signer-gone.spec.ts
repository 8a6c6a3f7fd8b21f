import { definitionSchema } from '../definition/definition.schema';
import { openSeats, recordOf, standingSteps } from '../request/standing';
import { EXPENSE } from './expense.fixture';
import { changed, fold, Play } from './play.fixture';
import { formOf } from './staffed.fixture';

const title = { zh: '签字', en: 'Sign' };
const step = (id: string) => ({ id, title, kind: 'approve', assignee: { by: 'role', role: 'checker' } });

/** A step that asks Al, who has added a signature of Nora; afterwards she has left. */
function added(where: 'after' | 'before' | 'beside'): { play: Play; leaves: () => void } {
  const definition = definitionSchema.parse({ ...EXPENSE, submitChecks: [], flow: [step('sign'), step('last')] });
  const play = new Play(definition).seat('sign', 'al').seat('last', 'la');
  play.do('submit', 'ann', { form: formOf(1200) });
  expect(play.do(`sign-${where}`, 'al', { step: 'sign', person: 'nora', comment: '—' })).toBeNull();
  const leaves = (): void => {
    play.verdicts['sign'] = { kind: 'seats', people: ['al'], unfit: ['nora'] };
    expect(changed(play)).toBeNull();
  };
  return { play, leaves };
}

describe('somebody who was added as a signer, and leaves', () => {
  const isTold = ({ events, effects }: Play): void => {
    expect(events).toContainEqual({ type: 'signer.gone', step: 'sign', person: 'nora', by: 'al' });
    expect(effects).toContainEqual(expect.objectContaining({ type: 'notify', notice: 'signer-gone', to: ['al'], step: 'sign' }));
  };
  const foldsAgain = (play: Play): void => expect(fold(play.process, play.journal).hash).toBe(play.request.hash);

  it.each(['after', 'before', 'beside'] as const)('is waited for no more, and whoever added them is told: %s', (where) => {
    const { play, leaves } = added(where);
    leaves();
    isTold(play);
    expect(openSeats(recordOf(play.context, 'sign')).map(([, { person }]) => person)).toEqual(['al']);
    expect(changed(play)).toMatchObject({ code: 'unchanged' });
    foldsAgain(play);
  });

  it('lets the step pass where the others have signed, and that is told too', () => {
    const { play, leaves } = added('after');
    expect(play.do('approve', 'al', { step: 'sign' })).toBeNull();
    leaves();
    isTold(play);
    expect(standingSteps(play.context)).toEqual(['last']);
    foldsAgain(play);
  });
});
