import type { DirectoryCause } from '../../request/command';
import type { TransitionEvent } from '../../request/transition';
import { reseatedSteps, reseatedText } from './directory-text';
import type { SentenceContext } from '../sentence-context';

const task = (type: 'task.closed' | 'task.opened', person: string, step = 'look'): TransitionEvent =>
  ({ type, step, person, generation: 1, seat: 0, reason: 'no-longer-entitled' }) as TransitionEvent;
const context = {
  definition: { flow: [{ kind: 'review', id: 'look', title: { zh: '审核', en: 'Review' } }] },
  names: { people: { a: { zh: '张伟', en: 'Zhang Wei' }, b: { zh: '何军', en: 'He Jun' }, c: { zh: '李娜', en: 'Li Na' } } },
} as unknown as SentenceContext;
const said = (events: TransitionEvent[], change: DirectoryCause['change'] = 'import') =>
  reseatedSteps(events).map((step) => reseatedText(step, { change, by: null }, context));

describe('what a change of the directory did', () => {
  it('says who handed over to whom', () => {
    expect(said([task('task.closed', 'a'), task('task.opened', 'b')])).toEqual([
      { zh: '组织有变动，「审核」由张伟改为何军处理', en: 'The directory changed: “Review” moved from Zhang Wei to He Jun' },
    ]);
  });

  it('says who is no longer asked, or asked as well, and that a date did it', () => {
    expect(said([task('task.closed', 'a')], 'day')).toEqual([
      {
        zh: '任职或授权到了起止日期，「审核」不再由张伟处理',
        en: 'A post or a grant began or ended: “Review” is no longer with Zhang Wei',
      },
    ]);
    expect(said([task('task.opened', 'b'), task('task.opened', 'c')])[0]?.en).toBe(
      'The directory changed: “Review” is now with He Jun and Li Na as well',
    );
  });

  it('says what kind of change it was', () => {
    const why = (change: DirectoryCause['change']) => said([task('task.closed', 'a')], change)[0]?.en.split(':')[0];
    expect((['account', 'grant', 'right'] as const).map(why)).toEqual(['Somebody left or came back', 'Grants changed', 'Rights changed']);
  });

  it('passes over people whose task was only opened anew', () => {
    expect(reseatedSteps([task('task.closed', 'a'), task('task.opened', 'a'), task('task.opened', 'b')])).toEqual([
      { step: 'look', from: [], to: ['b'] },
    ]);
  });
});
