import type { Definition } from '../definition/definition.schema';
import { allowed } from '../engine/allowed';
import { grant } from './expense.fixture';
import { act, checker, done, flowOf, forked, lane, open, titled } from './lanes.fixture';
import { fold, type Play } from './play.fixture';

const folds = (play: Play) => expect(fold(play.process, play.journal).hash).toBe(play.request.hash);

describe('what was carried out', () => {
  const pays = { kind: 'work', authority: { kind: 'execute', matter: 'expense' }, samePerson: 'ask' };
  const back = { returns: { to: ['requester', 'previous'], resume: 'walk-again' } };
  /** A step that pays stands in the one lane, two approvals in the other. */
  const beside = (both: object, purse: object = { onReject: 'lane' }, law: object = { onReject: 'lane' }): Definition =>
    flowOf([
      checker('first'),
      {
        id: 'both',
        title: titled('Both'),
        kind: 'parallel',
        ...both,
        lanes: [
          lane('Purse', [checker('count', back), checker('pay', pays), checker('after-pay', back)], purse),
          lane('Law', [checker('legal'), checker('seal', back)], law),
        ],
      },
      checker('last', back),
    ]);
  const paid = (definition: Definition): Play => {
    const play = forked(definition);
    play.actors['pay-er'] = { grants: [grant('pay-er', 'no-limit', { kind: 'execute' })] };
    done(play, 'count', 'pay', 'legal');
    return play;
  };

  it.each<[string, object, string, string | null]>([
    ['in another lane does not stand in the way of a no that ends its own lane alone', { join: 'any' }, 'seal', null],
    ['in the very lane does', { join: 'any' }, 'after-pay', 'carried-out'],
    ['does where the no leaves too few lanes, and so ends the request', { join: 'all' }, 'seal', 'carried-out'],
    ['does not where what is left is enough', { join: 'all', whenStarved: 'pass' }, 'seal', null],
  ])('%s', (_what, both, step, code) => {
    const play = paid(beside(both));
    const seen = allowed(play.process, play.request.state, play.actor(`${step}-er`), play.facts(`${step}-er`));
    expect(seen.find(({ command }) => command === 'reject')?.refusal?.code ?? null).toBe(code);
    expect(act(play, 'reject', step)?.code ?? null).toBe(code);
    expect(play.context.outcome).toBeNull();
    folds(play);
  });

  it('does where the lane ends the request, and where the other lane has fallen already', () => {
    expect(act(paid(beside({ join: 'any' }, {}, {})), 'reject', 'seal')).toMatchObject({ code: 'carried-out' });
    const play = paid(beside({ join: 'all', whenStarved: 'pass' }, {}, { onReject: 'lane' }));
    expect(act(play, 'reject', 'seal')).toBeNull();
    expect(act(play, 'reject', 'after-pay')).toMatchObject({ code: 'carried-out', params: { step: 'pay' } });
  });

  it('in one lane lets steps of the other be asked again, and none before the fork', () => {
    const play = paid(beside({ join: 'all' }));
    expect(act(play, 'return', 'seal', { to: 'requester' })).toMatchObject({ code: 'return-target', params: { targets: ['previous'] } });
    expect(act(play, 'return', 'after-pay', { to: 'requester' })).toMatchObject({ params: { targets: ['previous'] } });
    expect(act(play, 'return', 'seal', { to: 'previous' })).toBeNull();
    expect(open(play)).toEqual(['after-pay', 'legal']);
    done(play, 'legal', 'seal', 'after-pay');
    expect(act(play, 'return', 'last', { to: 'previous' })?.code ?? null).toBe(null);
    folds(play);
  });
});
