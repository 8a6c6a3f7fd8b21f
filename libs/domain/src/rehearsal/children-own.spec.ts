import { allowed } from '../engine/allowed';
import { childStart } from '../effects/child-start';
import type { ParentLink } from '../request/links/child-record';
import { parent, started } from './children.fixture';
import { checker, flowOf, peopled } from './lanes.fixture';
import { changed, fold, type Play } from './play.fixture';
import { formOf } from './staffed.fixture';

/** What the first child of a request is told of those above it. */
function linkFrom(play: Play): ParentLink {
  const [effect] = play.effects.flatMap((each) => (each.type === 'start-child' ? [each] : []));
  if (effect === undefined) throw new Error('Expected a request to be started, but none was');
  return childStart(play.process, play.context, effect, play.form ?? {}).parent;
}

/** A request of `kim` that another one has started; `whose`: who asks above, or benefits. */
function child(flow: object[], sitting: Record<string, string> = {}, whose: object = { requesters: ['ann'] }): Play {
  const play = peopled(flowOf(flow));
  for (const [step, person] of Object.entries(sitting)) play.seat(step, person);
  const above = { request: 'above', step: 'child', depth: 1, waits: true, ...whose };
  play.do('submit', 'kim', { form: formOf(10), parent: above });
  return play;
}

const ASKED = { to: 'requester', comment: 'x' };
const code = (play: Play, type: Parameters<Play['do']>[0], actor: string, more: object = {}) =>
  play.do(type, actor, { ...ASKED, ...more })?.code ?? null;

describe('whose own a request is that another one has started', () => {
  it('is told with its start: whoever asks for that one', () => {
    expect(linkFrom(started(parent())).requesters).toEqual(['ann']);
    expect(linkFrom(started(parent({ wait: 'none' }))).requesters).toEqual(['ann']);
  });

  it.each([
    ['that wait for it', true, ['ann', 'eve', 'joe']],
    ['but not of those that do not wait', false, ['ann']],
  ])('and for those above %s', (_title, waits, requesters) => {
    const play = peopled(parent()).seat('child', 'ann');
    const above = { request: 'above', step: 'child', depth: 2, waits, requesters: ['eve', 'joe', 'ann'] };
    play.do('submit', 'ann', { form: formOf(10), parent: above });
    play.do('approve', 'first-er');
    expect(linkFrom(play)).toMatchObject({ depth: 3, requesters });
  });

  it('is told too: who benefits from that one, and from those above that wait for it', () => {
    expect(linkFrom(started(parent()))).not.toHaveProperty('beneficiaries');
    for (const waits of [true, false]) {
      const play = peopled(parent()).seat('child', 'ann');
      const above = { request: 'above', step: 'child', depth: 2, waits, requesters: ['eve'], beneficiaries: ['joe'] };
      play.do('submit', 'ann', { form: formOf(10, { friend: 'fay' }), parent: above });
      play.do('approve', 'first-er');
      expect([waits, linkFrom(play).beneficiaries]).toEqual([waits, waits ? ['fay', 'joe'] : ['fay']]);
    }
  });

  it('stays in its state, and comes of its journal again', () => {
    const play = child([checker('first')]);
    expect(play.context.parent?.requesters).toEqual(['ann']);
    expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
  });
});

describe('nobody decides a request that their own has started', () => {
  it('on a seat that they have all the same', () => {
    const play = child([checker('first', { returns: { to: ['requester'] } })], { first: 'ann' });
    for (const type of ['approve', 'reject', 'return'] as const)
      expect([type, play.do(type, 'ann', ASKED)]).toMatchObject([type, { code: 'own-request', params: { above: true } }]);
    const buttons = allowed(play.process, play.request.state, play.actor('ann'), play.facts('ann'));
    expect(buttons.find(({ command }) => command === 'approve')?.refusal?.code).toBe('own-request');
  });

  it('nor one that a request has started from which they benefit', () => {
    const benefits = { requesters: ['eve'], beneficiaries: ['ann'] };
    const play = child([checker('first', { returns: { to: ['requester'] } })], { first: 'ann' }, benefits);
    for (const type of ['approve', 'reject', 'return'] as const)
      expect([type, play.do(type, 'ann', ASKED)]).toMatchObject([type, { code: 'own-benefit', params: { above: true } }]);
    const other = child([checker('first')], {}, benefits);
    expect(code(other, 'transfer', 'first-er', { person: 'ann' })).toBe('own-matter-of');
    expect(fold(other.process, other.journal).hash).toBe(other.request.hash);
  });

  it('by a transfer, as an adviser, by reassigning', () => {
    const play = child([checker('first')]);
    play.actors = { op: { rights: ['requests.assign'] } };
    for (const type of ['transfer', 'consult'] as const)
      expect([type, code(play, type, 'first-er', { person: 'ann' })]).toEqual([type, 'own-matter-of']);
    expect(code(play, 'reassign', 'op', { step: 'first', person: 'ann', from: 'first-er' })).toBe('own-matter-of');
    expect(code(play, 'transfer', 'first-er', { person: 'fay' })).toBeNull();
  });

  it('by naming who decides it while others look after it, nor by passing it over', () => {
    const play = child([checker('first'), checker('second')]);
    play.actors = { ann: { rights: ['requests.operate', 'requests.assign', 'requests.override'] } };
    for (const type of ['override', 'jump', 'reassign'] as const)
      expect([type, code(play, type, 'ann', { step: 'first', to: 'second', person: 'fay', from: 'first-er' })]).toEqual([
        type,
        'own-repair',
      ]);
    play.verdicts['first'] = { kind: 'blocked', owners: ['ann', 'op'], reason: 'no-approver' };
    expect(changed(play)).toBeNull();
    expect(play.do('assign', 'ann', { step: 'first', person: 'fay', comment: 'x' })).toMatchObject({
      code: 'own-assignment',
      params: { others: ['op'] },
    });
  });

  it('but does what a step gives to the requester themself', () => {
    const work = { ...checker('work'), kind: 'work', assignee: { by: 'requester' } };
    expect(code(child([work], { work: 'ann' }), 'approve', 'ann')).toBeNull();
  });

  it('but as before, where the request was begun before that was kept', () => {
    expect(code(child([checker('first')], { first: 'ann' }, {}), 'approve', 'ann')).toBeNull();
  });
});
