import type { Definition } from '../definition/definition.schema';
import { isStarting } from '../definition/flow';
import type { Directory } from '../people/directory';
import { starterVerdict } from '../people/resolve/starter-verdict';
import { nextDeadline } from '../request/time/deadline';
import { phaseOf, recordOf } from '../request/standing';
import { clockKey } from '../request/time/standstill';
import { asked, childrenOf, hears, parent, rows, started, starts } from './children.fixture';
import { after, DAY, HOURS, statusOf, until, waits } from './delay.fixture';
import { checker, done, flowOf, lane, open, peopled, titled } from './lanes.fixture';
import { changed, fold, type Play } from './play.fixture';
import { formOf, told } from './staffed.fixture';

const refolds = (play: Play) => expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
const phase = (play: Play) => phaseOf(play.request.state);
const childId = (play: Play) => childrenOf(play)[0]?.[0] ?? '';
const reviewer = (id: string) => checker(id, { kind: 'review', whenNobody: 'skip' });
const beside = (...lanes: object[][]) => ({
  id: 'both',
  title: titled('Both'),
  kind: 'parallel',
  lanes: lanes.map((steps, index) => lane(`L${index}`, steps)),
});

/** Who starts requests is found as the house does; `op` looks after those that came to nothing. */
function looksAfter(play: Play): void {
  play.actors['op'] = { rights: ['requests.operate'] };
  play.resolver = ({ context }, id) => {
    const step = play.process.steps[id];
    if (step === undefined || !isStarting(step)) return { kind: 'seats', people: [`${id}-er`] };
    return starterVerdict(step, ['ann'], { context, directory: { operators: ['op'] } as unknown as Directory });
  };
}

/** Submitted, and suspended by an operator. */
function suspended(definition: Definition, prepare: (play: Play) => void = () => undefined): Play {
  const play = peopled(definition);
  play.actors = { op: { rights: ['requests.operate'] } };
  prepare(play);
  play.do('submit', 'ann', { form: formOf(1200) });
  if (open(play).includes('first')) done(play, 'first');
  expect(play.do('suspend', 'op', { comment: '—' })).toBeNull();
  return play;
}

describe('a suspended request when the directory or a calendar changes', () => {
  it.each([
    ['alone', [waits(HOURS), checker('last')], ['last']],
    ['in a lane', [beside([waits(HOURS), checker('a')], [checker('b')])], ['a', 'b']],
    ['as the last of all', [checker('first'), waits(HOURS)], []],
  ])('leaves no wait whose moment has come meanwhile, %s', (_where, flow, then) => {
    const from = { from: after(0) };
    const play = suspended(flowOf(flow), (each) => until(each, DAY, from));
    play.seconds = 3 * DAY;
    until(play, 2 * DAY, from);
    expect(changed(play)).toBeNull();
    expect([told(play.events), statusOf(play), phase(play), play.context.suspendedAt]).toEqual([
      ['pause.moved wait'],
      'waiting',
      'walk',
      after(0),
    ]);
    refolds(play);
    // The time that stood still does not count.
    play.verdicts[clockKey('wait')] = { kind: 'until', at: after(5 * DAY), ...from };
    play.do('resume', 'op');
    expect([statusOf(play), nextDeadline(play.request.state)?.at]).toEqual(['waiting', after(5 * DAY)]);
    play.seconds = 5 * DAY;
    expect(play.timer()).toBeNull();
    expect([open(play), phase(play)]).toEqual([then, then.length > 0 ? 'walk' : 'approved']);
    refolds(play);
  });

  it('leaves no wait that was stuck and now knows a moment that is past', () => {
    const play = suspended(flowOf([waits(HOURS), checker('last')]), (each) => {
      each.verdicts['wait'] = { kind: 'blocked', owners: ['op'], reason: 'no-date' };
    });
    until(play, -1);
    expect(changed(play)).toBeNull();
    expect([statusOf(play), open(play)]).toEqual(['waiting', []]);
    play.do('resume', 'op');
    play.timer();
    expect(open(play)).toEqual(['last']);
    refolds(play);
  });

  it.each([
    ['alone', [reviewer('look'), checker('last')], ['last']],
    ['in a lane', [beside([reviewer('look'), checker('a')], [checker('b')])], ['a', 'b']],
    ['as the last of all', [checker('first'), reviewer('look')], []],
  ])('leaves no step that nobody is found for any more, %s, before it is resumed', (_where, flow, then) => {
    const play = suspended(flowOf(flow));
    play.gone.add('look-er');
    play.verdicts['look'] = { kind: 'skipped', reason: 'nobody' };
    expect(changed(play)).toBeNull();
    expect([recordOf(play.context, 'look')?.status, phase(play), play.context.suspendedAt]).toEqual(['skipped', 'walk', after(0)]);
    expect(open(play)).not.toContain('last');
    expect(open(play)).not.toContain('a');
    expect(changed(play)?.code).toBe('unchanged');
    refolds(play);
    expect(play.do('resume', 'op')).toBeNull();
    expect([open(play), phase(play)]).toEqual([then, then.length > 0 ? 'walk' : 'approved']);
    refolds(play);
  });

  it('ends as ever from there', () => {
    const play = suspended(flowOf([reviewer('look'), checker('last')]));
    play.verdicts['look'] = { kind: 'skipped', reason: 'nobody' };
    changed(play);
    expect(play.do('terminate', 'op', { comment: '—' })).toBeNull();
    expect(phase(play)).toBe('terminated');
    refolds(play);
  });

  it('starts no other request, and does once somebody has it looked at again', () => {
    const play = suspended(flowOf([checker('first'), starts(), checker('last')]), (each) => {
      each.verdicts['child'] = { kind: 'blocked', owners: ['op'], reason: 'no-starter' };
    });
    play.seat('child', 'ann');
    expect(changed(play)?.code).toBe('unchanged');
    expect([childrenOf(play), recordOf(play.context, 'child')?.status]).toEqual([[], 'blocked']);
    play.do('resume', 'op');
    expect(changed(play)).toBeNull();
    expect(asked(play)).toEqual(['start - for ann']);
    refolds(play);
  });
});

describe('a request that has started another one', () => {
  it('remembers, while it is suspended, what it hears, and goes on from it when it is resumed', () => {
    for (const outcome of ['approved', 'rejected'] as const) {
      const play = started(parent());
      play.actors['op'] = { rights: ['requests.operate'] };
      play.do('suspend', 'op', { comment: '—' });
      expect(hears(play, childId(play), { outcome })).toBeNull();
      expect(open(play)).toEqual([]);
      play.verdicts['child'] = { kind: 'blocked', owners: ['op'], reason: 'child-rejected' };
      expect(play.do('resume', 'op')).toBeNull();
      expect(open(play)).toEqual(outcome === 'approved' ? ['last'] : ['child']);
      refolds(play);
    }
  });

  it('the same where it was stopped by an error and is corrected', () => {
    const play = started(parent());
    play.actors['op'] = { rights: ['requests.operate'] };
    play.block('boom');
    expect(hears(play, childId(play), { outcome: 'approved' })).toBeNull();
    expect(open(play)).toEqual([]);
    expect(play.do('correct', 'op', { form: rows(1), comment: '—' })).toBeNull();
    expect(open(play)).toEqual(['last']);
    refolds(play);
  });

  it('leaves what has come to nothing with its owner where it is corrected, whenever that was heard: whoever looks after it begins it anew', () => {
    for (const heard of ['before', 'while stopped'] as const) {
      const play = started(parent());
      const child = childId(play);
      looksAfter(play);
      const hear = () => expect(hears(play, child, { outcome: 'rejected' })).toBeNull();
      if (heard === 'before') hear();
      play.block('boom');
      if (heard === 'while stopped') hear();
      expect(play.do('correct', 'op', { form: rows(1), comment: '—' })).toBeNull();
      expect([recordOf(play.context, 'child')?.status, asked(play)]).toEqual(['blocked', []]);
      expect(play.do('resolve-again', 'op', { step: 'child', comment: '—' })).toBeNull();
      expect([recordOf(play.context, 'child')?.status, asked(play)]).toEqual(['waiting', ['start - for ann']]);
      refolds(play);
    }
  });
});
