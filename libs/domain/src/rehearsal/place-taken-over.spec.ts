import { definitionSchema, type Definition } from '../definition/definition.schema';
import type { CommandBody } from '../request/command';
import { openSeats, recordOf, standingSteps } from '../request/standing';
import { EXPENSE } from './expense.fixture';
import { changed, fold, Play } from './play.fixture';
import { formOf } from './staffed.fixture';

const text = (en: string) => ({ zh: `${en}（中）`, en });
const role = { by: 'role', role: 'checker' };
const PLAIN_STEP = { id: 'sign', title: text('Sign'), kind: 'approve', assignee: role };
const COUNTED = { id: 'sign', title: text('Sign'), kind: 'countersign', people: [{ assignee: role }, { assignee: role }] };
const LAST = { id: 'last', title: text('Last'), kind: 'approve', assignee: role };

function asked(step: object = PLAIN_STEP, groups = [['al']]): Play {
  const definition: Definition = definitionSchema.parse({ ...EXPENSE, submitChecks: [], flow: [step, LAST] });
  const play = new Play(definition).seat('last', 'la');
  const counted = 'people' in step ? { groups: groups.flatMap((people, index) => people.map(() => index)) } : {};
  play.verdicts['sign'] = { kind: 'seats', people: groups.flat(), ...counted };
  play.do('submit', 'ann', { form: formOf(1200) });
  return play;
}

/** What one person does about their own task. */
function does(play: Play, person: string, type: CommandBody['type'] = 'approve', more: object = {}) {
  const [, seat] = openSeats(recordOf(play.context, 'sign')).find(([, each]) => each.person === person) ?? [];
  return play.do(type, person, { step: 'sign', generation: seat?.generation ?? 0, comment: '—', ...more });
}
const adds = (play: Play, person: string, where: 'before' | 'after', whom: string) => does(play, person, `sign-${where}`, { person: whom });
const waits = (play: Play) => openSeats(recordOf(play.context, 'sign')).map(([, { person }]) => person);
const foldsAgain = (play: Play) => expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
const passes = (play: Play) => expect(standingSteps(play.context)).toEqual(['last']);

describe('an added signature, when a seat changes hands', () => {
  const seats = (people: string[], more: object = {}) => ({ kind: 'seats' as const, people, ...more });
  /** Somebody stands in for Al, or has his post, and later he is back. */
  const changes = (play: Play, people: string[], more: object = {}): void => {
    play.verdicts['sign'] = seats(people, more);
    expect(changed(play)).toBeNull();
  };

  it.each([
    ['stands in', { actingFor: ['al'] }],
    ['has the post', {}],
  ])('comes after whoever %s now, and after whoever has it again', (_how, more) => {
    const play = asked();
    adds(play, 'al', 'after', 'nora');
    changes(play, ['hou'], more);
    expect(waits(play)).toEqual(['hou']);
    changes(play, ['al']);
    expect(waits(play)).toEqual(['al']);
    expect(does(play, 'al')).toBeNull();
    expect(waits(play)).toEqual(['nora']);
    expect(does(play, 'nora')).toBeNull();
    passes(play);
    foldsAgain(play);
  });

  it.each([
    ['stands in', { actingFor: ['al'] }],
    ['has the post', {}],
  ])('comes before whoever %s now', (_how, more) => {
    const play = asked();
    adds(play, 'al', 'before', 'nora');
    changes(play, ['hou'], more);
    expect(waits(play)).toEqual(['nora']);
    expect(does(play, 'nora')).toBeNull();
    expect(waits(play)).toEqual(['hou']);
    foldsAgain(play);
  });

  it('keeps its place among people who are asked one after another', () => {
    const play = asked({ ...COUNTED, rule: { by: 'in-order' } }, [['al', 'bo'], ['cy']]);
    adds(play, 'al', 'after', 'nora');
    const order: string[] = [];
    changes(play, ['hou', 'bo', 'cy'], { groups: [0, 0, 1], actingFor: ['al', null, null] });
    for (let person = waits(play)[0]; person !== undefined; person = waits(play)[0]) {
      expect(waits(play)).toHaveLength(1);
      order.push(person);
      expect(does(play, person)).toBeNull();
    }
    expect(order).toEqual(['hou', 'nora', 'bo', 'cy']);
    foldsAgain(play);
  });

  it('comes first to whoever was found first: those who are new beside them wait for nobody', () => {
    const play = asked({ ...COUNTED, rule: { by: 'all' } }, [['al'], ['cy']]);
    adds(play, 'al', 'before', 'nora');
    changes(play, ['al', 'cy', 'hou'], { groups: [0, 1, 1] });
    expect(waits(play).sort()).toEqual(['cy', 'hou', 'nora']);
    foldsAgain(play);
  });

  it('is waited for no more once its person has left: not by way of whoever comes after them either', () => {
    const play = asked(PLAIN_STEP, [['bea']]);
    adds(play, 'bea', 'before', 'nora');
    changes(play, ['bea'], { unfit: ['nora'] });
    expect(waits(play)).toEqual(['bea']);
    changes(play, ['bea', 'cy']);
    expect(waits(play)).toEqual(['bea', 'cy']);
    foldsAgain(play);
  });
});
