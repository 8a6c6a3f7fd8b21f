import { block } from '../engine/advance';
import { fold } from './play.fixture';
import { at, formOf, staffed, told } from './staffed.fixture';

const nobody = { kind: 'blocked' as const, owners: ['own'], reason: 'no-approver' };

function stuck() {
  const play = staffed();
  play.verdicts['review'] = nobody;
  play.do('submit', 'ann', { form: formOf(10) });
  return play;
}

describe('a request without an approver', () => {
  it('stands blocked on its step, with owners and a notice to them', () => {
    const play = stuck();
    expect(play.value).toBe('review');
    expect(play.blocked).toEqual({ ...nobody, kind: 'no-approver', step: 'review' });
    expect(play.effects).toContainEqual({ type: 'notify', notice: 'request-blocked', to: ['own'], step: 'review', immediate: true });
  });

  it('is decided by nobody', () => {
    expect(stuck().do('approve', 'mei')).toMatchObject({ code: 'no-approver', params: { owners: ['own'] } });
  });

  it('goes on when an owner, or somebody entitled, looks again and finds people', () => {
    for (const actor of ['own', 'op']) {
      const play = stuck();
      play.seat('review', 'mei');
      expect(play.do('resolve-again', actor)).toBeNull();
      expect(told(play.events)).toEqual(['request.unblocked review', 'task.opened review mei']);
      expect(play.blocked).toBeNull();
      expect(play.do('approve', 'mei')).toBeNull();
      expect(fold(play.process, play.journal)).toEqual(play.request);
    }
  });

  it('stays blocked when nobody is found again', () => {
    const play = stuck();
    play.do('resolve-again', 'own');
    expect(told(play.events)).toEqual(['request.blocked review']);
    expect(play.blocked).not.toBeNull();
  });

  it('is looked after by its owners alone', () => {
    expect(stuck().do('resolve-again', 'ann')).toMatchObject({ code: 'not-owner' });
    expect(at('review').do('resolve-again', 'op')).toMatchObject({ code: 'not-blocked' });
  });

  it('may be withdrawn even after a decision', () => {
    const play = at('check');
    play.verdicts['approve'] = nobody;
    play.do('approve', 'chen');
    expect(play.blocked?.step).toBe('approve');
    expect(play.do('withdraw', 'ann')).toBeNull();
    expect(play.blocked).toBeNull();
    expect(play.do('undo', 'ann')).toBeNull();
    expect(play.blocked?.step).toBe('approve');
    expect(told(play.events)).toEqual(['decision.undone approve', 'request.blocked approve']);
  });
});

describe('a poisoned request', () => {
  it('stands where it stood, with the reason, and takes no command', () => {
    const play = at('check');
    play.block('a guard threw');
    expect(play.value).toBe('check');
    expect(play.journal.at(-1)?.command.id).toBe('request-1:block:2');
    expect(play.do('approve', 'chen')).toMatchObject({ code: 'poisoned', params: { reason: 'a guard threw' } });
    expect(play.do('withdraw', 'ann')).toMatchObject({ code: 'poisoned' });
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('has its owners from the facts', () => {
    const play = at('check');
    const facts = { ...play.facts('system'), seats: { check: nobody } };
    expect(block(play.request, 'broken', facts).request.state.context.poisoned).toMatchObject({ owners: ['own'] });
  });

  it('can be stopped without a process that works', () => {
    const play = at('check');
    expect(block(play.request, 'broken', play.facts('system')).transition.n).toBe(3);
  });
});
