import { definitionSchema, type Definition } from '../definition/definition.schema';
import { flatten } from '../definition/flow';
import type { HumanStep } from '../definition/step.schema';
import { mergeCandidates } from '../people/deciders';
import { forksOf } from '../preview/forks';
import { recordOf } from '../request/standing';
import { verify } from '../verify/verify';
import { EXPENSE, grant } from './expense.fixture';
import { asked, starts } from './children.fixture';
import { act, checker, done, flowOf, lane, open, peopled, titled } from './lanes.fixture';
import { fold, type Play } from './play.fixture';
import { formOf, told } from './staffed.fixture';

const loop = (more: object = {}, steps: object[] = [work('redraw'), checker('consent')]) => ({
  id: 'preview',
  title: titled('Preview'),
  kind: 'loop',
  steps,
  ...more,
});
const work = (id: string, more: object = {}) => checker(id, { kind: 'work', samePerson: 'ask', ...more });
const through = (more: object = {}, steps?: object[]) =>
  flowOf([checker('first'), loop(more, steps), checker('last', { returns: { to: ['first', 'requester'], resume: 'choose' } })]);
const roundOf = (play: Play) => recordOf(play.context, 'preview')?.round ?? 1;
const refolds = (play: Play) => expect(fold(play.process, play.journal).hash).toBe(play.request.hash);

function begun(definition: Definition = through()): Play {
  const play = peopled(definition);
  play.do('submit', 'ann', { form: formOf(1200) });
  if (open(play).includes('first')) done(play, 'first');
  return play;
}

describe('steps that are repeated until somebody agrees', () => {
  it('are walked once where the last says yes', () => {
    const play = begun();
    done(play, 'redraw', 'consent');
    expect([open(play), roundOf(play)]).toEqual([['last'], 1]);
    refolds(play);
  });

  it('begin again where it says no, with everybody asked anew; it is no return and no rejection', () => {
    const play = begun();
    done(play, 'redraw');
    expect(act(play, 'reject', 'consent')).toBeNull();
    expect([open(play), roundOf(play), play.context.outcome, play.context.returns]).toEqual([['redraw'], 2, null, 0]);
    expect(told(play.events)).toEqual([
      'task.decided consent consent-er',
      'lane.rejected preview',
      'loop.again preview',
      'task.opened redraw redraw-er',
    ]);
    expect(recordOf(play.context, 'consent')).toBeUndefined();
    done(play, 'redraw', 'consent');
    expect([open(play), roundOf(play)]).toEqual([['last'], 2]);
    refolds(play);
  });

  it('leave alone what was started to go on whatever becomes of it; what is bound is withdrawn', () => {
    for (const bound of [false, true]) {
      const child = starts({ wait: 'none', bound });
      const play = begun(through({}, [work('redraw'), child, checker('consent')])).seat('child', 'ann');
      done(play, 'redraw');
      expect(act(play, 'reject', 'consent')).toBeNull();
      expect(asked(play).filter((each) => each.startsWith('end'))).toEqual(bound ? ['end: not-needed'] : []);
      refolds(play);
    }
  });

  it('make no more rounds than they may: a no in the last is a no to the step', () => {
    const play = begun(through({ rounds: 2 }));
    done(play, 'redraw');
    act(play, 'reject', 'consent');
    done(play, 'redraw');
    expect(act(play, 'reject', 'consent')).toBeNull();
    expect([play.context.outcome, open(play)]).toEqual(['rejected', []]);
    refolds(play);
  });

  it('inside a lane that a no ends alone: the others go on', () => {
    const lanes = [lane('A', [loop({ rounds: 2 }, [checker('consent')])], { onReject: 'lane' }), lane('B', [checker('b')])];
    const both = { id: 'both', title: titled('Both'), kind: 'parallel', lanes, whenStarved: 'pass' };
    const play = begun(flowOf([both, checker('last')]));
    act(play, 'reject', 'consent');
    expect([open(play), roundOf(play)]).toEqual([['b', 'consent'], 2]);
    act(play, 'reject', 'consent');
    expect([open(play), play.context.outcome]).toEqual([['b'], null]);
    done(play, 'b');
    expect(open(play)).toEqual(['last']);
    refolds(play);
  });

  it('ask whoever has decided just before: a round passes in nobody’s name, not even where it ends without a word', () => {
    const end = { id: 'stop', title: titled('Stop'), kind: 'end', outcome: 'rejected', when: { filled: { field: 'reason' } } };
    const play = peopled(through({ rounds: 2 }, [checker('look'), end, checker('consent')]));
    play.resolver = ({ context }, id) => {
      const [person] = mergeCandidates(play.process.steps[id] as HumanStep, context, play.process);
      return person === undefined ? { kind: 'seats', people: ['bo'] } : { kind: 'merged', person };
    };
    play.do('submit', 'ann', { form: formOf(1200) });
    done(play, 'first');
    expect([open(play), roundOf(play)]).toEqual([['look'], 1]);
    done(play, 'look');
    expect([open(play), roundOf(play)]).toEqual([['look'], 2]);
    refolds(play);
  });

  it('ask with them whoever else is asked in a round', () => {
    const lanes = [lane('A', [checker('a')]), lane('B', [checker('b')])];
    const both = { id: 'both', title: titled('Both'), kind: 'parallel', lanes, join: 'any' };
    const play = begun(through({}, [both, checker('consent')]));
    done(play, 'a');
    expect(open(play)).toEqual(['consent']);
    act(play, 'reject', 'consent');
    expect(open(play)).toEqual(['a', 'b']);
    refolds(play);
  });

  it('forget the rounds where all is walked again, and stand with straight back', () => {
    for (const [resume, rounds, stands] of [
      ['walk-again', 1, ['redraw']],
      ['straight-back', 2, ['last']],
    ] as const) {
      const play = begun();
      done(play, 'redraw');
      act(play, 'reject', 'consent');
      done(play, 'redraw', 'consent');
      act(play, 'return', 'last', { to: 'first', resume });
      done(play, 'first');
      expect([resume, roundOf(play), open(play)]).toEqual([resume, rounds, stands]);
      refolds(play);
    }
  });

  it('are taken back to the round before with the no that ended it', () => {
    const play = begun();
    done(play, 'redraw');
    act(play, 'reject', 'consent');
    expect(play.do('undo', 'consent-er')).toBeNull();
    expect([open(play), roundOf(play)]).toEqual([['consent'], 1]);
    done(play, 'consent');
    expect(open(play)).toEqual(['last']);
    refolds(play);
  });

  it('are sent back within a round without beginning another', () => {
    const play = begun(through({}, [work('redraw'), checker('consent', { returns: { to: ['redraw'], resume: 'walk-again' } })]));
    done(play, 'redraw');
    act(play, 'return', 'consent', { to: 'redraw' });
    expect([open(play), roundOf(play), play.context.returns]).toEqual([['redraw'], 1, 1]);
    refolds(play);
  });

  it('leave alone what was carried out before them, and never what was carried out in the round', () => {
    const pays = { authority: { kind: 'execute', matter: 'expense' }, samePerson: 'ask' };
    const paid = (play: Play, step: string) => {
      play.actors[`${step}-er`] = { grants: [grant(`${step}-er`, 'no-limit', { kind: 'execute' })] };
      done(play, step);
    };
    const before = begun(flowOf([work('pay', pays), loop({ rounds: 2 }), checker('last')]));
    paid(before, 'pay');
    done(before, 'redraw');
    expect(act(before, 'reject', 'consent')).toBeNull();
    done(before, 'redraw');
    expect(act(before, 'reject', 'consent')?.code).toBe('carried-out');
    const inside = begun(through({}, [work('pay', pays), checker('consent')]));
    paid(inside, 'pay');
    expect(act(inside, 'reject', 'consent')?.code).toBe('carried-out');
  });

  it('may come again by what was written, without anybody’s no', () => {
    const again = { kind: 'end', id: 'again', title: titled('Again'), outcome: 'rejected', when: { filled: { field: 'receipt' } } };
    const play = begun(through({ rounds: 2 }, [work('redraw', { fields: { write: ['receipt'] } }), again]));
    done(play, 'redraw');
    expect(open(play)).toEqual(['last']);
    const twice = begun(through({ rounds: 2 }, [work('redraw', { fields: { write: ['receipt'] } }), again]));
    expect(act(twice, 'approve', 'redraw', { fields: { receipt: 'not yet' } })).toBeNull();
    expect([open(twice), roundOf(twice)]).toEqual([['redraw'], 2]);
    refolds(twice);
    expect(act(twice, 'approve', 'redraw')).toBeNull();
    expect(twice.context.outcome).toBe('rejected');
  });

  it('are left out as a whole where the condition does not hold', () => {
    const play = begun(through({ when: { gt: [{ field: 'amount' }, { money: '5000', currency: 'CNY' }] } }));
    expect(open(play)).toEqual(['last']);
    refolds(play);
  });

  it('tell in the path which round they are in', () => {
    const play = begun();
    done(play, 'redraw');
    act(play, 'reject', 'consent');
    const [fork] = forksOf(play.process.definition.flow, play.context);
    expect(fork).toMatchObject({
      step: 'preview',
      lanes: [{ title: { zh: '第 2 轮', en: 'Round 2' }, steps: ['redraw', 'consent'], state: 'running' }],
    });
  });

  it('end with a step where somebody may say no', () => {
    const codes = (steps: object[]) => verify(through({}, steps)).map(({ code, path }) => `${code} ${path}`);
    const wrong = 'loop-never-asks flow.1.steps';
    expect(codes([work('redraw')])).toContain(wrong);
    expect(codes([checker('consent', { mayReject: false })])).toContain(wrong);
    expect(codes([checker('consent', { when: { gt: [{ field: 'amount' }, { money: '1', currency: 'CNY' }] } })])).toContain(wrong);
    for (const unasked of [{ whenNobody: 'skip' }, { optional: { by: 'requester' } }])
      expect(codes([checker('consent', { kind: 'review', mayReject: true, ...unasked })])).toContain(wrong);
    expect(codes([checker('consent', { kind: 'review', mayReject: true })])).not.toContain(wrong);
    const end = { kind: 'end', id: 'again', title: titled('Again'), outcome: 'rejected' };
    expect(codes([work('redraw'), end])).toContain(wrong);
    expect(codes([work('redraw'), { ...end, when: { filled: { field: 'amount' } } }])).not.toContain(wrong);
    expect(codes([work('redraw'), { ...end, outcome: 'approved', when: { filled: { field: 'amount' } } }])).toContain(wrong);
    expect(codes([work('redraw'), checker('consent')])).not.toContain(wrong);
    for (const bad of [{ rounds: 1 }, { rounds: 21 }, { steps: [] }])
      expect(definitionSchema.safeParse({ ...EXPENSE, flow: [loop(bad)] }).success).toBe(false);
    expect(flatten(through().flow).map(({ id }) => id)).toEqual(['first', 'preview', 'redraw', 'consent', 'last']);
  });
});
