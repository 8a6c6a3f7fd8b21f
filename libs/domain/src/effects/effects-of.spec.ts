import { at, formOf, staffed } from '../rehearsal/staffed.fixture';
import type { Effect } from '../request/effect';

const told = (effects: Effect[]) =>
  effects.map((effect) => (effect.type === 'notify' ? `${effect.notice} → ${effect.to.join(', ')}` : `${effect.type} ${effect.step}`));

describe('what a transition asks to be done', () => {
  it('is to tell the people of a new task', () => {
    expect(told(at('check').effects)).toEqual(['supersede-notices review', 'task-opened → chen, cheng']);
  });

  it('is to send copies on the way', () => {
    expect(told(at('pay').effects)).toEqual(['supersede-notices approve', 'task-opened → kai', 'copy-received → sun']);
  });

  it('is to tell the requester how it ended', () => {
    expect(told(at('approved').effects)).toEqual(['supersede-notices pay', 'request-approved → ann']);
    const play = at('approve');
    play.do('reject', 'bo', { comment: 'No.' });
    expect(told(play.effects)).toEqual(['supersede-notices approve', 'request-rejected → ann']);
  });

  it('is to tell the requester of a return, and a person of a step of their new task', () => {
    const play = at('check');
    play.do('return', 'chen', { to: 'requester', comment: 'Hm.' });
    expect(told(play.effects)).toEqual(['supersede-notices check', 'request-returned → ann']);
    const other = at('check');
    other.do('return', 'chen', { to: 'review', comment: 'Hm.' });
    expect(told(other.effects)).toEqual(['supersede-notices check', 'task-opened → mei']);
  });

  it('is to tell those whose task went away with a withdrawal or an undo', () => {
    const play = at('review');
    play.do('withdraw', 'ann');
    expect(told(play.effects)).toEqual(['supersede-notices review', 'request-withdrawn → mei']);
    const undone = at('check');
    undone.do('undo', 'mei');
    expect(told(undone.effects)).toEqual(['supersede-notices check', 'decision-undone → chen, cheng', 'task-opened → mei']);
  });

  it('is nothing that would reach nobody', () => {
    const play = staffed();
    play.verdicts['review'] = { kind: 'blocked', owners: [], reason: 'no-approver' };
    play.do('submit', 'ann', { form: formOf(1) });
    expect(play.effects).toEqual([]);
  });
});
