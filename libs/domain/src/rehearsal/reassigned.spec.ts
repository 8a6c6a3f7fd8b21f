import type { Seat } from '../request/request-state';
import { openSeats, recordOf } from '../request/standing';
import { fold, type Play } from './play.fixture';
import { at, formOf, staffed } from './staffed.fixture';

const seatsOn = ({ context }: Play, step: string): Seat[] => openSeats(recordOf(context, step)).map(([, seat]) => seat);
const peopleOn = (play: Play, step: string): string[] => seatsOn(play, step).map(({ person }) => person);
const folds = (play: Play): void => expect(fold(play.process, play.journal).hash).toBe(play.request.hash);

describe('a task that is reassigned', () => {
  it('goes from one of several to another, over their heads, and both are told', () => {
    const play = at('check');
    play.actors['op'] = { rights: ['requests.operate', 'requests.assign'] };
    const reassign = (more: object) => play.do('reassign', 'op', { step: 'check', comment: 'Ill.', ...more });
    expect(reassign({ person: 'fay' })).toMatchObject({ code: 'whose-task' });
    expect(reassign({ person: 'cheng', from: 'chen' })).toMatchObject({ code: 'already-theirs' });
    expect(play.do('reassign', 'chen', { step: 'check', comment: 'x', person: 'fay', from: 'chen' })).toMatchObject({ code: 'not-owner' });
    expect(reassign({ person: 'fay', from: 'chen' })).toBeNull();
    expect(peopleOn(play, 'check')).toEqual(['fay', 'cheng']);
    expect(play.effects).toEqual(
      expect.arrayContaining([
        { type: 'notify', notice: 'task-reassigned', to: ['chen'], step: 'check', immediate: true },
        { type: 'notify', notice: 'task-opened', to: ['fay'], step: 'check', immediate: true },
      ]),
    );
    folds(play);
  });

  it('gives no approval to whoever reassigns it, open or stuck, unless they may override', () => {
    const stuck = staffed();
    stuck.verdicts['approve'] = { kind: 'blocked', reason: 'nobody', owners: ['own'] };
    stuck.do('submit', 'ann', { form: formOf(10) });
    stuck.do('approve', 'mei');
    stuck.do('approve', 'chen', { fields: { inPlan: true } });
    for (const [play, type] of [
      [at('approve'), 'reassign'],
      [stuck, 'assign'],
    ] as const) {
      const give = () => play.do(type, 'op', { step: 'approve', person: 'op', comment: 'Quicker.' });
      play.seat('approve', 'op');
      play.actors['op'] = { rights: ['requests.assign'] };
      expect(give()).toEqual({ code: 'names-oneself', params: {} });
      play.actors['op'] = { rights: ['requests.assign', 'requests.override'] };
      expect(give()).toBeNull();
    }
    const review = at('review');
    review.actors['op'] = { rights: ['requests.assign'] };
    expect(review.do('reassign', 'op', { step: 'review', person: 'op', comment: 'Quicker.' })).toBeNull();
  });

  it('ends advice that was asked for on it', () => {
    const play = at('approve');
    play.actors['op'] = { rights: ['requests.assign'] };
    play.do('consult', 'bo', { person: 'fay', comment: 'x' });
    expect(play.do('reassign', 'op', { step: 'approve', person: 'gus', from: 'fay', comment: 'Ill.' })).toBeNull();
    expect(seatsOn(play, 'approve')).toEqual([{ person: 'gus', generation: play.request.n, from: 'bo' }]);
    expect(play.do('recall', 'bo')).toMatchObject({ code: 'nothing-lent' });
  });
});
