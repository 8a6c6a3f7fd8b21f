import { at, formOf, staffed } from '../rehearsal/staffed.fixture';
import type { Play } from '../rehearsal/play.fixture';
import { allowed } from './allowed';

function buttons(play: Play, actor: string) {
  return allowed(play.process, play.request.state, play.actor(actor), play.facts(actor));
}

const names = (play: Play, actor: string) =>
  buttons(play, actor).map(({ command, refusal }) => (refusal ? `${command}: ${refusal.code}` : command));

/** What whoever decides a step may do with it besides. */
const HANDING_ON = ['sign-before', 'sign-after', 'sign-beside', 'transfer', 'consult', 'ask', 'copy'];
/** What is off for whom alone a request waits, with its reason. */
const NOT_YET = ['urge: waits-for-you', 'take-back: decides-first'];

describe('what somebody may do', () => {
  it('is everything that their task takes', () => {
    expect(names(at('check'), 'chen')).toEqual(['approve', 'return', ...HANDING_ON, 'take-back: decides-first']);
    expect(names(at('approve'), 'bo')).toEqual(['approve', 'reject', 'return', ...HANDING_ON, ...NOT_YET]);
  });

  it('is nothing for somebody who has nothing to do with it', () => {
    expect(names(at('check'), 'zoe')).toEqual([]);
  });

  it('tells the requester why withdrawing is too late', () => {
    expect(names(at('review'), 'ann')).toEqual(['urge', 'withdraw']);
    expect(names(at('check'), 'ann')).toEqual(['urge', 'withdraw: decision-made']);
  });

  it('is no more where the request was stopped than where it goes on', () => {
    const play = at('check');
    play.block('a guard threw');
    expect(names(play, 'chen')).toEqual(['approve', 'return', ...HANDING_ON, 'take-back'].map((type) => `${type}: poisoned`));
  });

  it('tells an approver that their limit does not reach', () => {
    const play = at('approve');
    play.actors['bo'] = { grants: [] };
    expect(names(play, 'bo')).toEqual(['approve: no-authority', 'reject: no-authority', 'return', ...HANDING_ON, ...NOT_YET]);
  });

  it('offers an undo while it is possible, and only to who decided', () => {
    const play = at('check');
    expect(names(play, 'mei')).toEqual(['undo', 'take-back']);
    play.seconds += 11;
    expect(names(play, 'mei')).toEqual(['take-back']);
  });

  it('offers resubmitting and withdrawing to the requester of a returned request', () => {
    const play = at('review');
    play.do('return', 'mei', { to: 'requester', comment: 'Hm.' });
    expect(names(play, 'ann')).toEqual(['resubmit', 'withdraw']);
  });

  it('offers looking for approvers to the owners of a blocked request', () => {
    const play = staffed();
    play.verdicts['review'] = { kind: 'blocked', owners: ['own'], reason: 'no-approver' };
    play.do('submit', 'ann', { form: formOf(10) });
    expect(names(play, 'own')).toEqual(['resolve-again']);
    expect(names(play, 'op')).toEqual(['resolve-again', 'jump', 'suspend', 'terminate']);
    expect(names(play, 'ann')).toEqual(['urge: nobody-to-urge', 'withdraw']);
  });

  it('names every place to return to once, with its title', () => {
    const back = buttons(at('check'), 'chen').find(({ command }) => command === 'return');
    expect(back?.targets?.map(({ to, title }) => `${to}: ${title.en}`)).toEqual(['requester: Requester', 'previous: Review']);
    expect(back?.resume).toBe('choose');
  });

  it('says where a comment is due and what the button is called', () => {
    const opinion = buttons(at('opinion', 9000), 'dai');
    expect(opinion[0]).toMatchObject({ command: 'approve', needsComment: true, label: { en: 'Sign opinion' } });
    expect(buttons(at('approve'), 'bo')[0]).toMatchObject({ needsComment: false, label: { zh: '同意' } });
  });

  it('offers starting a draft to who may start', () => {
    expect(names(staffed(), 'ann')).toEqual(['submit']);
    const play = staffed();
    play.actors['zoe'] = { roles: ['guest'] };
    expect(names(play, 'zoe')).toEqual(['submit: may-not-start']);
  });
});
