import type { Definition } from '../definition/definition.schema';
import { allowed } from '../engine/allowed';
import { nextDeadline } from '../request/time/deadline';
import { readersOf, supervisorsOf } from '../request/supervision';
import { expense } from './expense.fixture';
import { fold, START, type Play } from './play.fixture';
import { formOf, staffed, told } from './staffed.fixture';

const DUE = '2026-03-03T02:00:00.000Z';
const now = (play: Play): string => new Date(START + play.seconds * 1000).toISOString();
const words = (play: Play, person: string): string[] =>
  allowed(play.process, play.request.state, play.actor(person), {
    now: now(play),
    today: '2026-03-02',
    requesterUnitPath: ['company', 'shop'],
  }).map(({ command, refusal }) => (refusal ? `${command}: ${refusal.code}` : command));

/** A process that copies the secretary in before anybody checks. */
function supervised(more: object = { supervise: true }): Definition {
  const definition = expense();
  const [first, ...rest] = definition.flow;
  const watch = { id: 'watch', kind: 'cc', title: { zh: '督办', en: 'Supervision' }, to: [{ by: 'role', role: 'secretary' }], ...more };
  return { ...definition, flow: [first, watch, ...rest] } as Definition;
}

/** A request at the check, which a supervisor looks after. */
function watched(more?: object): Play {
  const play = staffed(supervised(more)).seat('watch', 'sun');
  play.verdicts['demand/due'] = { kind: 'until', at: DUE, from: now(play) };
  play.verdicts['report/above'] = { kind: 'seats', people: ['boss'] };
  play.do('submit', 'ann', { form: formOf(1200) });
  play.do('approve', 'mei');
  return play;
}

const folds = (play: Play): void => expect(fold(play.process, play.journal).hash).toBe(play.request.hash);

describe('a copy to supervise', () => {
  it('waits for nobody, and gives its reader three words', () => {
    const play = watched();
    expect(play.value).toBe('check');
    expect(supervisorsOf(play.context)).toEqual(['sun']);
    expect(words(play, 'sun')).toEqual(['urge', 'demand', 'escalate']);
    expect(words(watched({}), 'sun')).toEqual([]);
    folds(play);
  });

  it('gives nothing to whoever asks for the request themselves', () => {
    const play = staffed(supervised()).seat('watch', 'ann');
    play.do('submit', 'ann', { form: formOf(1200) });
    play.do('approve', 'mei');
    expect(words(play, 'ann')).toEqual(['urge', 'withdraw: decision-made']);
  });

  it('lets its reader remind, as the requester may', () => {
    const play = watched();
    expect(play.do('urge', 'sun')).toBeNull();
    expect(play.effects).toEqual([{ type: 'notify', notice: 'request-urged', to: ['chen', 'cheng'], step: null, immediate: true }]);
    expect(play.do('urge', 'ann')).toMatchObject({ code: 'urged-lately' });
  });

  it('stands for somebody who was sent a copy by hand before', () => {
    const play = staffed(supervised()).seat('watch', 'sun');
    play.do('submit', 'ann', { form: formOf(1200) });
    play.do('copy', 'mei', { person: 'sun' });
    play.do('approve', 'mei');
    expect(told(play.events)).not.toContain('copy.sent watch sun');
    expect(supervisorsOf(play.context)).toEqual(['sun']);
  });
});

describe('an answer that is demanded', () => {
  it('is owed before a decision, by whoever has the task then', () => {
    const play = watched();
    expect(play.do('demand', 'sun')).toMatchObject({ code: 'comment-required' });
    expect(play.do('demand', 'mei', { comment: 'x' })).toMatchObject({ code: 'not-supervisor' });
    expect(play.do('demand', 'sun', { comment: 'Why does it take so long?' })).toBeNull();
    expect(play.effects).toEqual([
      { type: 'notify', notice: 'answer-demanded', to: ['chen', 'cheng'], step: null, immediate: true, due: DUE },
    ]);
    expect(play.do('demand', 'sun', { comment: 'Well?' })).toMatchObject({ code: 'answer-awaited' });
    expect(play.do('approve', 'chen', { fields: { inPlan: true } })).toMatchObject({ code: 'answer-first', params: { by: 'sun' } });
    expect(play.do('return', 'chen', { to: 'requester', comment: 'No.' })).toMatchObject({ code: 'answer-first' });
    expect(play.do('transfer', 'chen', { person: 'fay', comment: 'Yours.' })).toBeNull();
    expect(play.do('approve', 'fay', { fields: { inPlan: true } })).toMatchObject({ code: 'answer-first' });
    expect(play.do('answer-demand', 'fay')).toMatchObject({ code: 'comment-required' });
    expect(play.do('answer-demand', 'fay', { comment: 'The invoice came today.' })).toBeNull();
    expect(play.effects).toEqual([{ type: 'notify', notice: 'demand-answered', to: ['sun'], step: 'check', immediate: true }]);
    expect(play.do('answer-demand', 'fay', { comment: 'Again.' })).toMatchObject({ code: 'nothing-demanded' });
    expect(play.do('approve', 'fay', { fields: { inPlan: true } })).toBeNull();
    expect(play.value).toBe('approve');
    folds(play);
  });

  it('is owed by nobody to themselves: whoever supervises gets the task and decides, whoever gets it from them owes it again', () => {
    const play = watched();
    play.do('demand', 'sun', { comment: 'Why does it take so long?' });
    expect(play.do('transfer', 'chen', { person: 'sun', comment: 'yours' })).toBeNull();
    expect(words(play, 'sun')).not.toContain('approve: answer-first');
    expect(words(play, 'sun')).not.toContain('answer-demand');
    play.do('transfer', 'sun', { person: 'gao', comment: 'yours' });
    expect(words(play, 'gao')).toContain('approve: answer-first');
    folds(play);
  });

  it('is nobody’s any more once the step has passed without them, and takes nobody’s undo away', () => {
    const play = watched();
    play.do('demand', 'sun', { comment: 'Why?' });
    expect(play.do('undo', 'mei')).toBeNull();
    expect(play.value).toBe('review');
    play.do('approve', 'mei');
    expect(words(play, 'chen')).not.toContain('answer-demand');
    expect(play.do('approve', 'chen', { fields: { inPlan: true } })).toBeNull();
    folds(play);
  });

  it('is still owed by the others when whoever has answered and decided takes that back', () => {
    const play = watched();
    play.do('demand', 'sun', { comment: 'Why?' });
    play.do('answer-demand', 'chen', { comment: 'Soon.' });
    play.do('approve', 'chen', { fields: { inPlan: true } });
    expect(play.do('undo', 'chen')).toBeNull();
    expect(words(play, 'cheng')).toContain('answer-demand');
    expect(words(play, 'chen')).not.toContain('answer-demand');
    folds(play);
  });

  it('is none of whoever is asked something later, when the one of whom it was demanded has answered and is asked no more', () => {
    const play = watched();
    play.do('ask', 'chen', { person: 'dai', comment: 'How many?' });
    play.do('demand', 'sun', { comment: 'Why?' });
    play.do('answer', 'dai', { comment: 'Four.' });
    play.do('answer-demand', 'chen', { comment: 'Soon.' });
    expect(play.do('ask', 'chen', { person: 'fay', comment: 'Why four?' })).toBeNull();
    expect(words(play, 'fay')).not.toContain('answer-demand');
    folds(play);
  });

  it('is told to whoever demands it once its time is over, once', () => {
    const play = watched();
    play.do('demand', 'sun', { comment: 'Why?' });
    play.do('answer-demand', 'cheng', { comment: 'Not mine.' });
    expect(nextDeadline(play.request.state)).toEqual({ step: null, kind: 'demand', at: DUE });
    play.seconds = (Date.parse(DUE) - START) / 1000;
    expect(play.timer()).toBeNull();
    expect(play.events).toEqual([{ type: 'demand.unanswered', people: ['chen'], to: ['sun'] }]);
    expect(nextDeadline(play.request.state)).toBeNull();
    expect(play.do('approve', 'chen', { fields: { inPlan: true } })).toMatchObject({ code: 'answer-first' });
    folds(play);
  });
});

describe('a report upward', () => {
  it('reaches whoever is above those who have it, once in four hours, and moves nothing', () => {
    const play = watched();
    expect(play.do('escalate', 'mei', { comment: 'x' })).toMatchObject({ code: 'not-supervisor' });
    expect(play.do('escalate', 'sun')).toMatchObject({ code: 'comment-required' });
    expect(play.do('escalate', 'sun', { comment: 'A week already.' })).toBeNull();
    expect(play.events).toEqual([{ type: 'request.escalated', people: ['boss'], of: ['chen', 'cheng'] }]);
    expect(play.effects).toEqual([{ type: 'notify', notice: 'request-escalated', to: ['boss'], step: null, immediate: true }]);
    expect(play.do('escalate', 'sun', { comment: 'Again.' })).toMatchObject({ code: 'reported-lately' });
    expect(play.do('undo', 'mei')).toBeNull();
    folds(play);
  });
});

describe('a copy that asks for a receipt', () => {
  it('is confirmed once, also when the request has ended', () => {
    const play = watched({ receipt: true });
    expect(readersOf(play.context)).toEqual([{ step: 'watch', person: 'sun', at: null }]);
    expect(words(play, 'sun')).toEqual(['confirm-read']);
    expect(words(play, 'chen')).not.toContain('confirm-read');
    expect(play.do('terminate', 'op', { comment: 'Over.' })).toBeNull();
    expect(words(play, 'sun')).toEqual(['confirm-read']);
    expect(play.do('confirm-read', 'sun')).toBeNull();
    expect(readersOf(play.context)).toEqual([{ step: 'watch', person: 'sun', at: now(play) }]);
    expect(play.do('confirm-read', 'sun')).toMatchObject({ code: 'nothing-to-confirm' });
    expect(play.do('confirm-read', 'chen')).toMatchObject({ code: 'nothing-to-confirm' });
    folds(play);
  });
});
