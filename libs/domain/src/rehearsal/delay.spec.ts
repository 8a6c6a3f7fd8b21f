import { isHuman } from '../definition/flow';
import { allowed } from '../engine/allowed';
import { mergeCandidates } from '../people/deciders';
import { deadlines, nextDeadline } from '../request/time/deadline';
import { clockKey } from '../request/time/standstill';
import { after, DAY, form, HOURS, statusOf, until, waits } from './delay.fixture';
import { act, checker, done, flowOf, lane, open, peopled, titled } from './lanes.fixture';
import { changed, fold, type Play } from './play.fixture';
import { told } from './staffed.fixture';

const refolds = (play: Play) => expect(fold(play.process, play.journal).hash).toBe(play.request.hash);

function waiting(definition = flowOf([checker('first'), waits(HOURS), checker('last')])): Play {
  const play = until(peopled(definition), 2 * DAY);
  play.do('submit', 'ann', { form: form() });
  done(play, 'first');
  return play;
}

describe('a step that waits for a moment', () => {
  it('asks nobody, has its moment among the deadlines, and goes on by itself', () => {
    const play = waiting();
    expect([open(play), statusOf(play), nextDeadline(play.request.state)]).toEqual([
      [],
      'waiting',
      { step: 'wait', kind: 'pause', at: after(2 * DAY) },
    ]);
    expect(told(play.events)).toContain('pause.begun wait');
    expect(play.timer()?.code).toBe('invalid-state');
    play.seconds = 2 * DAY;
    expect(play.timer()).toBeNull();
    expect([open(play), statusOf(play), told(play.events)]).toEqual([['last'], 'passed', ['pause.over wait', 'task.opened last last-er']]);
    refolds(play);
  });

  it('does not wait for what is past already', () => {
    const play = until(peopled(flowOf([checker('first'), waits(HOURS), checker('last')])), -1);
    play.do('submit', 'ann', { form: form() });
    done(play, 'first');
    expect([open(play), statusOf(play)]).toEqual([['last'], 'passed']);
  });

  it('is left out where its condition does not hold', () => {
    const when = { gt: [{ field: 'amount' }, { money: '5000', currency: 'CNY' }] };
    const play = waiting(flowOf([checker('first'), waits(HOURS, { when }), checker('last')]));
    expect([open(play), statusOf(play)]).toEqual([['last'], 'skipped']);
  });

  it('holds no other lane', () => {
    const both = {
      id: 'both',
      title: titled('Both'),
      kind: 'parallel',
      lanes: [lane('A', [waits(HOURS), checker('a')]), lane('B', [checker('b')])],
    };
    const play = until(peopled(flowOf([both, checker('last')])), DAY);
    play.do('submit', 'ann', { form: form() });
    expect(open(play)).toEqual(['b']);
    done(play, 'b');
    expect([open(play), statusOf(play)]).toEqual([[], 'waiting']);
    play.seconds = DAY;
    play.timer();
    done(play, 'a');
    expect(open(play)).toEqual(['last']);
    refolds(play);
  });

  it('goes on though two lanes wait for the same moment', () => {
    const second = { ...waits(HOURS), id: 'other-wait' };
    const both = { id: 'both', title: titled('Both'), kind: 'parallel', lanes: [lane('A', [waits(HOURS)]), lane('B', [second])] };
    const play = until(peopled(flowOf([both, checker('last')])), DAY);
    play.verdicts['other-wait'] = { kind: 'until', at: after(DAY) };
    play.do('submit', 'ann', { form: form() });
    play.seconds = DAY;
    expect(deadlines(play.request.state)).toHaveLength(2);
    play.timer();
    play.timer();
    expect(open(play)).toEqual(['last']);
    refolds(play);
  });

  it('stands still while the request is suspended: working time goes on later, a date stays', () => {
    for (const [from, shift] of [
      [after(0), 5],
      [undefined, 0],
    ] as const) {
      const play = peopled(flowOf([checker('first'), waits(HOURS), checker('last')]));
      until(play, 100, from === undefined ? {} : { from });
      play.actors = { op: { rights: ['requests.operate'] } };
      play.do('submit', 'ann', { form: form() });
      done(play, 'first');
      play.do('suspend', 'op', { comment: '—' });
      expect(deadlines(play.request.state)).toEqual([]);
      play.seconds = 5;
      play.verdicts[clockKey('wait')] = { kind: 'until', at: after(100 + shift) };
      play.do('resume', 'op');
      expect(nextDeadline(play.request.state)?.at).toBe(after(100 + shift));
      refolds(play);
    }
  });

  it('moves with the calendar, and says so; what has not moved is no change', () => {
    const play = waiting();
    expect(changed(play)?.code).toBe('unchanged');
    until(play, 3 * DAY);
    expect(changed(play)).toBeNull();
    expect(told(play.events)).toEqual(['pause.moved wait']);
    expect(nextDeadline(play.request.state)?.at).toBe(after(3 * DAY));
    play.seconds = DAY;
    until(play, 1);
    changed(play);
    expect([open(play), statusOf(play)]).toEqual([['last'], 'passed']);
    refolds(play);
  });

  it('is ended before its time by whoever operates, with a reason, for good', () => {
    const play = waiting();
    play.actors = { op: { rights: ['requests.operate'] }, ann: { rights: ['requests.operate'] } };
    const end = (who: string, comment: string) => play.do('end-wait', who, { step: 'wait', comment });
    expect(end('bo', '—')?.code).toBe('not-owner');
    expect(end('op', '')?.code).toBe('comment-required');
    expect(end('ann', '—')?.code).toBe('own-repair');
    const offered = allowed(play.process, play.request.state, play.actor('op'), play.facts('op')).find(
      ({ command }) => command === 'end-wait',
    );
    expect([offered?.step, offered?.refusal]).toEqual(['wait', null]);
    expect(end('op', 'The landlord agreed.')).toBeNull();
    expect([told(play.events), open(play)]).toEqual([['pause.ended wait op', 'task.opened last last-er'], ['last']]);
    expect(end('op', '—')?.code).toBe('not-waiting');
    refolds(play);
  });

  it('says nothing to a request that has ended meanwhile', () => {
    const play = waiting(flowOf([checker('first'), waits(HOURS), checker('last')]));
    play.actors = { op: { rights: ['requests.operate'] } };
    expect(play.do('terminate', 'op', { comment: '—' })).toBeNull();
    expect([statusOf(play), deadlines(play.request.state).map(({ kind }) => kind)]).toEqual(['closed', ['grace']]);
    refolds(play);
  });

  it('begins anew when everything is walked again, and stands with straight back', () => {
    for (const [resume, status] of [
      ['walk-again', 'waiting'],
      ['straight-back', 'passed'],
    ] as const) {
      const play = waiting(flowOf([checker('first'), waits(HOURS), checker('last', { returns: { to: ['first'], resume: 'choose' } })]));
      play.seconds = 2 * DAY;
      play.timer();
      act(play, 'return', 'last', { to: 'first', resume });
      until(play, 4 * DAY);
      done(play, 'first');
      expect([resume, statusOf(play), open(play)]).toEqual([resume, status, status === 'waiting' ? [] : ['last']]);
      refolds(play);
    }
  });

  it('asks whoever decided before it again afterwards', () => {
    const play = waiting(flowOf([checker('first'), waits(HOURS), checker('last')]));
    play.seat('last', 'first-er');
    play.seconds = 2 * DAY;
    const last = play.process.steps['last'];
    if (!last || !isHuman(last)) throw new Error('Expected people to decide the last step');
    expect(mergeCandidates(last, play.context, play.process)).toEqual([]);
  });

  it('is jumped out of, and passed over by a jump', () => {
    const play = waiting();
    play.actors = { op: { rights: ['requests.operate'] } };
    expect(play.do('jump', 'op', { step: 'wait', to: 'last', comment: '—' })).toBeNull();
    expect([open(play), statusOf(play)]).toEqual([['last'], 'waived']);
    refolds(play);
  });

  it('is taken back with the decision before it', () => {
    const play = waiting();
    expect(play.do('undo', 'first-er')).toBeNull();
    expect([open(play), statusOf(play), deadlines(play.request.state)]).toEqual([['first'], undefined, []]);
    refolds(play);
  });
});
