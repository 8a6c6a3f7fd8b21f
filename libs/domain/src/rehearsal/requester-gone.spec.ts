import { allowed } from '../engine/allowed';
import { REQUESTER_GONE, whoCorrects } from '../people/resolve/requester-gone';
import type { Directory } from '../people/directory';
import { begin } from '../engine/begin';
import { expense } from './expense.fixture';
import { changed, fold, type Play } from './play.fixture';
import { at, formOf, told } from './staffed.fixture';

const zoe = '0196f3a0-0000-7000-8000-00000000000a';
const gone = (...owners: string[]) => ({ kind: 'blocked' as const, owners, reason: REQUESTER_GONE });

/** Returned to Ann, who is there until the play says otherwise. */
function returned(): Play {
  const play = at('check');
  play.seat('returned', 'ann');
  play.do('return', 'chen', { to: 'requester', comment: 'x' });
  play.actors['admin'] = { rights: ['requests.assign', 'requests.operate'] };
  return play;
}

function orphaned(): Play {
  const play = returned();
  play.verdicts['returned'] = gone('op');
  changed(play);
  return play;
}

const sound = (play: Play): void => expect(fold(play.process, play.journal)).toEqual(play.request);
const buttons = (play: Play, actor: string): string[] =>
  allowed(play.process, play.request.state, play.actor(actor), { ...play.facts(actor), requesterUnitPath: [] })
    .filter(({ refusal }) => refusal === null)
    .map(({ command }) => command);

describe('a returned request whose requester leaves', () => {
  it('is blocked with its owners, who may correct, hand over and end it', () => {
    const play = returned();
    expect(changed(play)).toMatchObject({ code: 'unchanged' });
    play.verdicts['returned'] = gone('op');
    expect(changed(play)).toBeNull();
    expect(told(play.events)).toEqual(['request.blocked returned']);
    expect(play.blocked).toMatchObject({ kind: 'no-approver', step: 'returned', owners: ['op'], reason: REQUESTER_GONE });
    expect(play.effects).toContainEqual(expect.objectContaining({ type: 'notify', notice: 'request-blocked', to: ['op'] }));
    expect(buttons(play, 'op')).toEqual(['resolve-again', 'suspend', 'correct', 'terminate']);
    expect(buttons(play, 'admin')).toEqual(['resolve-again', 'assign', 'suspend', 'correct', 'terminate']);
    expect(buttons(play, 'zoe')).toEqual([]);
    sound(play);
  });

  it('is told once, and again where others look after it', () => {
    const play = orphaned();
    expect(changed(play)).toMatchObject({ code: 'unchanged' });
    play.verdicts['returned'] = gone('op', 'another');
    expect(changed(play)).toBeNull();
    expect(play.blocked?.owners).toEqual(['op', 'another']);
    sound(play);
  });

  it('is with its requester again as soon as they are back', () => {
    const play = orphaned();
    play.seat('returned', 'ann');
    expect(changed(play)).toBeNull();
    expect(told(play.events)).toEqual(['request.unblocked returned']);
    expect(play.blocked).toBeNull();
    expect(play.do('resubmit', 'ann', { form: formOf(1200) })).toBeNull();
    sound(play);
  });

  it('is blocked in the moment of its return where they have left before', () => {
    const play = at('check');
    play.verdicts['returned'] = gone('op');
    expect(play.do('return', 'chen', { to: 'requester', comment: 'x' })).toBeNull();
    expect(told(play.events)).toEqual([
      'task.decided check chen',
      'task.closed check cheng',
      'request.returned',
      'request.blocked returned',
    ]);
    expect(play.blocked?.owners).toEqual(['op']);
    sound(play);
    expect(play.do('undo', 'chen')).toBeNull();
    expect(play.value).toBe('check');
    expect(play.blocked).toBeNull();
    sound(play);
  });

  it('stands at its step again when the return is undone after they have left', () => {
    const play = orphaned();
    expect(play.do('undo', 'chen')).toBeNull();
    expect([play.value, play.blocked]).toEqual(['check', null]);
    sound(play);
  });
});

describe('a returned request that is stopped as well', () => {
  it('has its owners still when the form was corrected', () => {
    const play = orphaned();
    play.block('a guard threw');
    expect(play.do('correct', 'op', { form: formOf(1200), comment: 'Mended.' })).toBeNull();
    expect([play.context.poisoned, play.blocked?.step, play.blocked?.owners]).toEqual([null, 'returned', ['op']]);
    expect(play.do('correct', 'op', { form: formOf(1200), comment: 'For Ann.' })).toBeNull();
    expect(play.value).toBe('review');
    sound(play);
  });
});

describe('who stands in for a requester who has left', () => {
  const named = (): Play => {
    const play = orphaned();
    play.verdicts['returned'] = gone(zoe);
    expect(play.do('assign', 'admin', { step: 'returned', person: zoe, comment: 'Zoe has taken over.' })).toBeNull();
    return play;
  };

  it('is named by an operator with the right and a reason, and owns it alone', () => {
    const play = orphaned();
    expect(play.do('assign', 'op', { step: 'returned', person: zoe, comment: 'x' })).toMatchObject({ code: 'right-not-held' });
    expect(play.do('assign', 'admin', { step: 'returned', person: zoe, comment: ' ' })).toMatchObject({ code: 'comment-required' });
    expect(play.do('assign', 'admin', { step: 'returned', person: zoe, comment: 'x' })).toMatchObject({ code: 'not-assignable' });
    play.verdicts['returned'] = gone(zoe);
    expect(play.do('assign', 'admin', { step: 'returned', person: zoe, comment: 'x' })).toBeNull();
    expect(told(play.events)).toEqual([`step.assigned returned ${zoe}`, 'request.blocked returned']);
    expect(play.blocked?.owners).toEqual([zoe]);
    expect(buttons(play, zoe)).toEqual(['resolve-again', 'correct']);
    sound(play);
  });

  it('corrects and sends it again, and decides nothing on it', () => {
    const play = named();
    expect(play.do('correct', 'mei', { form: formOf(900), comment: 'x' })).toMatchObject({ code: 'not-owner' });
    expect(play.do('correct', zoe, { form: formOf(900) })).toMatchObject({ code: 'comment-required' });
    expect(play.do('correct', zoe, { form: formOf(900), comment: 'Without the lamp.' })).toBeNull();
    expect(told(play.events)).toEqual(['request.corrected', 'request.submitted', 'task.opened review mei']);
    expect([play.context.round, play.context.returned, play.blocked]).toEqual([2, null, null]);
    expect(play.context.requester?.id).toBe('ann');
    play.seat('check', zoe, 'chen');
    expect(play.do('approve', 'mei')).toBeNull();
    expect(play.do('approve', zoe, { fields: { inPlan: true } })).toMatchObject({ code: 'own-correction' });
    expect(play.do('approve', 'chen', { fields: { inPlan: true } })).toBeNull();
    sound(play);
  });

  it('gives it back to those who look after requests, or leaves, and it has owners still', () => {
    const play = named();
    play.verdicts['returned'] = gone('op');
    expect(play.do('resolve-again', zoe)).toBeNull();
    expect(play.blocked?.owners).toEqual(['op']);
    const left = named();
    left.verdicts['returned'] = gone('op');
    expect(changed(left)).toBeNull();
    expect(left.blocked?.owners).toEqual(['op']);
    sound(play);
    sound(left);
  });

  it('is not asked any more once it has been ended', () => {
    const play = named();
    expect(play.do('terminate', 'op', { comment: 'Nobody needs it.' })).toBeNull();
    expect([play.context.outcome, play.blocked]).toEqual(['terminated', null]);
    sound(play);
  });
});

describe('who can change a returned request', () => {
  const person = (id: string, active: boolean) => ({ id, key: id, name: { zh: id, en: id }, active });
  const directory = (...people: ReturnType<typeof person>[]): Directory => ({
    now: '',
    today: '',
    positions: [],
    units: {},
    grants: [],
    operators: ['op'],
    people: Object.fromEntries(people.map((each) => [each.id, each])),
  });
  const { state } = begin(expense(), 'request-1');
  const named = {
    ...state,
    context: { ...state.context, steps: { returned: { status: 'blocked' as const, generation: 1, seats: {}, assigned: 'zoe' } } },
  };

  it('is the requester as long as they are there, then whoever was named and is there, then the operators', () => {
    expect(whoCorrects(named, 'ann', directory(person('ann', true), person('zoe', true)))).toEqual({ kind: 'seats', people: ['ann'] });
    expect(whoCorrects(named, 'ann', directory(person('ann', false), person('zoe', true)))).toEqual(gone('zoe'));
    expect(whoCorrects(named, 'ann', directory(person('ann', false), person('zoe', false)))).toEqual(gone('op'));
    expect(whoCorrects(state, 'ann', directory())).toEqual(gone('op'));
  });
});
