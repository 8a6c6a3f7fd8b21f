import { allowed } from '../engine/allowed';
import { commandFrom } from '../operations/command-from';
import { decide } from '../engine/decide';
import { changed, fold, type Play } from './play.fixture';
import { expense } from './expense.fixture';
import { at, formOf, staffed, told } from './staffed.fixture';

const nobody = (...owners: string[]) => ({ kind: 'blocked' as const, owners, reason: 'no-approver' });

describe('a changed directory', () => {
  it('changes nothing where everybody may stay', () => {
    const play = at('check');
    const { request } = play;
    expect(changed(play)).toMatchObject({ code: 'unchanged' });
    expect(play.request).toBe(request);
  });

  it('takes the task of whoever may no longer, leaves that of whoever may, and asks whoever is new', () => {
    const play = at('check');
    const kept = play.context.steps['check']?.seats['0'];
    play.seat('check', 'chen', 'cora');
    expect(changed(play)).toBeNull();
    expect(told(play.events)).toEqual(['task.closed check cheng', 'task.opened check cora']);
    expect(play.events[0]).toMatchObject({ reason: 'no-longer-entitled' });
    expect(play.context.steps['check']?.seats['0']).toEqual(kept);
    expect(play.do('approve', 'cheng')).toMatchObject({ code: 'not-assignee' });
    const buttons = (who: string) =>
      allowed(play.process, play.request.state, play.actor(who), {
        now: '2026-03-01T00:00:00.000Z',
        today: '2026-03-01',
        requesterUnitPath: [],
      })
        .filter(({ refusal }) => refusal === null)
        .map(({ command }) => command);
    expect(buttons('cora')).toEqual(expect.arrayContaining(['approve', 'return']));
    expect(buttons('cora')).toEqual(buttons('chen'));
    expect(play.do('approve', 'cora', { generation: play.request.n })).toBeNull();
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('blocks a step that loses everybody, and frees one that finds somebody', () => {
    const play = at('check');
    play.verdicts['check'] = nobody('own');
    expect(changed(play)).toBeNull();
    expect(told(play.events)).toEqual(['task.closed check chen', 'task.closed check cheng', 'request.blocked check']);
    expect(play.blocked).toMatchObject({ kind: 'no-approver', step: 'check', owners: ['own'] });
    expect(changed(play)).toMatchObject({ code: 'unchanged' });
    play.verdicts['check'] = nobody('own', 'another');
    expect(changed(play)).toBeNull();
    expect(play.blocked?.owners).toEqual(['own', 'another']);
    play.seat('check', 'cora');
    expect(changed(play)).toBeNull();
    expect(told(play.events)).toEqual(['request.unblocked check', 'task.opened check cora']);
    expect(play.do('approve', 'cora', { fields: { inPlan: true } })).toBeNull();
  });

  it('comes to what follows as ever: a step whose condition does not hold is skipped', () => {
    const [review, check, ...rest] = expense().flow;
    const large = { gt: [{ field: 'amount' }, { money: '5000', currency: 'CNY' }] };
    const flow = [{ ...review, whenNobody: 'skip' }, { ...check, when: large }, ...rest];
    const play = staffed(expense({ flow: flow as never }));
    play.do('submit', 'ann', { form: formOf(1200) });
    play.verdicts['review'] = { kind: 'skipped', reason: 'nobody' };
    expect(changed(play)).toBeNull();
    expect(told(play.events)).toEqual(['task.closed review mei', 'step.skipped review', 'step.skipped check', 'task.opened approve bo']);
    expect(play.value).toBe('approve');
  });

  it('leaves requests alone that no step waits in', () => {
    for (const play of [staffed(), at('approved')]) expect(changed(play)).toMatchObject({ code: 'unchanged' });
    const returned = at('check').seat('returned', 'ann');
    returned.do('return', 'chen', { to: 'requester', comment: 'x' });
    expect(changed(returned)).toMatchObject({ code: 'unchanged' });
  });

  it('is nothing that a person may ask for', () => {
    const play = at('check');
    play.seat('check', 'cora');
    const body = {
      type: 'directory.changed' as const,
      requestId: 'request-1',
      actor: 'chen',
      cause: { change: 'import' as const, by: 'chen' },
    };
    const before = play.before('chen');
    const command = commandFrom(play.process, body, 'c', before);
    expect(play.ask({ command, body: null, before })).toMatchObject({ code: 'unchanged' });
  });
});

describe('a post that was taken away', () => {
  it('decides nothing any more, even before the task has gone', () => {
    const play = at('check');
    play.gone.add('chen');
    expect(play.do('approve', 'chen')).toMatchObject({ code: 'no-longer-entitled' });
    expect(play.do('return', 'chen', { to: 'requester', comment: 'x' })).toMatchObject({ code: 'no-longer-entitled' });
    expect(play.do('approve', 'cheng')).toBeNull();
  });
});

describe('an operator who names somebody', () => {
  const stuck = (): Play => {
    const play = staffed();
    play.verdicts['review'] = nobody('own');
    play.do('submit', 'ann', { form: formOf(10) });
    play.actors['admin'] = { rights: ['requests.assign', 'requests.operate'] };
    return play;
  };
  const zoe = '0196f3a0-0000-7000-8000-00000000000a';
  const assign = (play: Play, actor: string, more: object = {}) =>
    play.do('assign', actor, { step: 'review', person: zoe, comment: 'Mei is ill; Zoe stands in.', ...more });

  it('gives the task to that person, and says so', () => {
    const play = stuck();
    play.seat('review', zoe);
    expect(assign(play, 'admin')).toBeNull();
    expect(told(play.events)).toEqual([`step.assigned review ${zoe}`, 'request.unblocked review', `task.opened review ${zoe}`]);
    expect(play.do('approve', zoe)).toBeNull();
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('needs the right and a reason, and a step that is stuck', () => {
    expect(assign(stuck(), 'cora')).toMatchObject({ code: 'not-owner', params: { owners: ['own'] } });
    expect(assign(stuck(), 'admin', { comment: ' ' })).toMatchObject({ code: 'comment-required' });
    const open = at('review');
    open.actors['admin'] = { rights: ['requests.assign'] };
    expect(assign(open, 'admin')).toMatchObject({ code: 'not-blocked' });
  });

  it('is told which right is wanting where they look after the request, or can give it to somebody', () => {
    expect(assign(stuck(), 'own')).toEqual({ code: 'right-not-held', params: { right: 'requests.assign', gives: false } });
    const play = stuck();
    play.actors['own'] = { rights: ['directory.import'] };
    play.actors['other'] = { rights: ['directory.import'] };
    const wanting = (right: string) => ({ code: 'right-not-held', params: { right, gives: true } });
    expect(assign(play, 'own')).toEqual(wanting('requests.assign'));
    for (const [operation, right, more] of [
      ['jump', 'requests.operate', { step: 'review', to: 'check' }],
      ['override', 'requests.override', { step: 'review' }],
      ['terminate', 'requests.operate', {}],
      ['suspend', 'requests.operate', {}],
    ] as const)
      expect(play.do(operation, 'own', { comment: 'x', ...more })).toEqual(wanting(right));
    expect(assign(play, 'other')).toMatchObject({ code: 'not-owner', params: { owners: ['own'] } });
    const open = at('review');
    open.actors['own'] = { rights: ['directory.import'] };
    expect(open.do('suspend', 'own', { comment: 'x' })).toEqual(wanting('requests.operate'));
  });

  it('names nobody for a request of their own while somebody else looks after it', () => {
    const play = stuck();
    play.actors['ann'] = { rights: ['requests.assign', 'requests.operate'] };
    expect(assign(play, 'ann')).toMatchObject({ code: 'own-assignment', params: { others: ['own'] } });
    const alone = staffed();
    alone.verdicts['review'] = nobody('ann');
    alone.do('submit', 'ann', { form: formOf(10) });
    alone.actors['ann'] = { rights: ['requests.assign'] };
    alone.seat('review', zoe);
    expect(assign(alone, 'ann')).toBeNull();
    expect(told(alone.events)).toContain(`step.assigned review ${zoe}`);
  });

  it('cannot name somebody who may not act there', () => {
    const play = stuck();
    const { request } = play;
    expect(assign(play, 'admin')).toMatchObject({ code: 'not-assignable' });
    play.seat('review', 'somebody-else');
    expect(assign(play, 'admin')).toMatchObject({ code: 'not-assignable' });
    expect(play.request).toBe(request);
  });
});

describe('a request that was stopped', () => {
  const stopped = (): Play => {
    const play = at('approve');
    play.block('a guard threw');
    return play;
  };

  it('goes on when an operator has corrected it, and asks again whoever saw something else', () => {
    const play = stopped();
    expect(play.do('correct', 'ann', { form: formOf(1300), comment: 'Fixed.' })).toMatchObject({ code: 'not-owner' });
    expect(play.do('correct', 'op', { form: formOf(1300) })).toMatchObject({ code: 'comment-required' });
    expect(play.do('correct', 'op', { form: formOf(1300), comment: 'Fixed.' })).toBeNull();
    expect(told(play.events)).toEqual(['task.closed approve bo', 'request.corrected', 'task.opened review mei']);
    expect(play.context.poisoned).toBeNull();
    expect(play.value).toBe('review');
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('stays where it is when the correction changes nothing that anybody decided by', () => {
    const play = stopped();
    expect(play.do('correct', 'op', { form: formOf(1200), comment: 'The definition was mended.' })).toBeNull();
    expect(play.value).toBe('approve');
    expect(play.do('approve', 'bo')).toBeNull();
  });

  it('can be ended by an operator, with a reason, and nobody else', () => {
    const play = stopped();
    expect(play.do('terminate', 'ann', { comment: 'x' })).toMatchObject({ code: 'not-owner' });
    expect(play.do('terminate', 'op')).toMatchObject({ code: 'comment-required' });
    expect(play.do('terminate', 'op', { comment: 'Nobody needs it any more.' })).toBeNull();
    expect(told(play.events)).toEqual(['task.closed approve bo', 'request.finished']);
    expect(play.context.outcome).toBe('terminated');
    expect(play.do('undo', 'op')).toMatchObject({ code: 'not-undoable' });
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('can be ended even where its definition cannot be run any more, and where it stopped before it began', () => {
    const play = stopped();
    const broken = { ...play.process, machine: null, poisoned: 'no such guard' };
    const body = { type: 'terminate' as const, requestId: 'request-1', actor: 'op', comment: 'Over.' };
    const before = play.before('op');
    const ask = { command: commandFrom(broken, body, 'c', before), body, before };
    const resolver = {
      find: () => ({ verdict: nobody(), derivation: null }),
      isEntitled: () => true,
      isFoundToday: () => true,
      holdsRole: () => true,
      judgeNamed: () => null,
    };
    const ended = decide(broken, play.request, { ask, facts: play.facts('op') }, resolver);
    expect(ended).toMatchObject({ request: { state: { value: 'closed', context: { outcome: 'terminated', poisoned: null } } } });
    const draft = staffed();
    draft.block('a guard threw');
    expect(draft.do('submit', 'ann', { form: formOf(1) })).toMatchObject({ code: 'poisoned' });
    expect(draft.do('terminate', 'op', { comment: 'Over.' })).toBeNull();
  });

  it('can be ended while it is with its requester, who may have left', () => {
    const play = at('check');
    play.do('return', 'chen', { to: 'requester', comment: 'x' });
    expect(play.do('terminate', 'op', { comment: 'Ann has left.' })).toBeNull();
    expect(play.value).toBe('terminated');
  });
});
