import { definitionSchema, type Definition } from '../definition/definition.schema';
import { allowed } from '../engine/allowed';
import { callNow } from '../effects/call-now';
import { callsInVain, settledCalls } from '../effects/settled-calls';
import { deadlines } from '../request/time/deadline';
import { phaseOf, recordOf } from '../request/standing';
import { asked, back, calls, hears, recordOn, refolds, sent, statusOf, through } from './calls.fixture';
import { act, checker, done, flowOf, lane, open, titled } from './lanes.fixture';
import { changed, type Play } from './play.fixture';
import { formOf, told } from './staffed.fixture';

const OVER_THOUSAND = { gt: [{ field: 'amount' }, { money: '1000', currency: 'CNY' }] };
const phase = (play: Play) => phaseOf(play.request.state);
const idOf = (play: Play) => recordOn(play)?.call?.id ?? '';
const now = (play: Play, call = idOf(play)) => callNow(play.process.definition, play.request.state, { step: 'post', call });
const reopening = { to: 'requester', by: ['requester'], outcomes: ['rejected', 'approved', 'withdrawn'] };
const reopenable = (definition: Definition) => definitionSchema.parse({ ...definition, reopen: reopening });

/** Once its grace time is over. */
function closed(play: Play): Play {
  play.seconds += 86_400;
  expect(deadlines(play.request.state).map(({ kind }) => kind)).toEqual(['grace']);
  expect([play.timer(), phase(play)]).toEqual([null, 'closed']);
  return play;
}

/** How often the call has been sent in the whole life of the request, and under how many ids. */
function sentInAll(play: Play): [number, number] {
  const ids = play.journal.flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'call.sent' && event.step === 'post' ? [event.call] : [])),
  );
  return [ids.length, new Set(ids).size];
}

function again(play: Play, amount = 1200): void {
  expect(play.do('resubmit', 'ann', { form: formOf(amount) })).toBeNull();
  if (open(play).includes('first')) done(play, 'first');
}

describe('what has come of a call', () => {
  it('is heard after the request was closed, and whoever operates hears of a failure', () => {
    for (const failed of [null, 'unreachable'] as const) {
      const play = asked(through({ wait: 'none' }));
      done(play, 'last');
      closed(play);
      expect(hears(play, failed)).toBeNull();
      expect([told(play.events), phase(play)]).toEqual([[failed === null ? 'call.answered post' : 'call.failed post'], 'closed']);
      const notices = play.effects.flatMap((effect) => (effect.type === 'notify' ? [[effect.notice, effect.to]] : []));
      expect(notices).toEqual(failed === null ? [] : [['call-failed', ['op']]]);
      expect(hears(play, failed)?.code).toBe('unchanged');
      refolds(play);
    }
  });

  it('is told to whoever operates where nobody waits for it; else they get a task of it', () => {
    for (const [wait, notice] of [
      ['none', 'call-failed'],
      ['answer', 'request-blocked'],
    ] as const) {
      const play = asked(through({ wait }));
      hears(play, 'timeout');
      const notices = play.effects.flatMap((effect) => (effect.type === 'notify' && effect.to.includes('op') ? [effect.notice] : []));
      expect([wait, notices]).toEqual([wait, [notice]]);
    }
  });
});

describe('a wait for a call that was ended by hand', () => {
  it.each([null, 'refused'] as const)('stays ended however the walk comes to it again, failed: %s', (failed) => {
    for (const resume of ['straight-back', 'walk-again'] as const) {
      const play = asked();
      if (failed) hears(play, failed);
      expect(play.do('end-wait', 'op', { step: 'post', comment: 'Done by telephone.' })).toBeNull();
      act(play, 'return', 'last', { to: 'requester', resume });
      again(play);
      expect([resume, statusOf(play), open(play)]).toEqual([resume, 'passed', ['last']]);
      expect(sentInAll(play)).toEqual([1, 1]);
      refolds(play);
    }
  });

  it('does not hold for what is sent with another content', () => {
    const play = asked();
    play.do('end-wait', 'op', { step: 'post', comment: '—' });
    act(play, 'return', 'last', { to: 'requester', resume: 'straight-back' });
    again(play, 1300);
    expect([statusOf(play), sentInAll(play)]).toEqual(['waiting', [2, 2]]);
  });
});

describe('a call that nobody waits for and that has failed', () => {
  it.each(['straight-back', 'walk-again'] as const)('stops nothing that comes to it again, %s', (resume) => {
    const play = asked(through({ wait: 'none' }));
    hears(play, 'refused');
    act(play, 'return', 'last', { to: 'requester', resume });
    again(play);
    expect([open(play), play.blocked, sentInAll(play)]).toEqual([['last'], null, [1, 1]]);
    refolds(play);
  });
});

const repeat = (play: Play, comment = 'It is up again.', by = 'op') => play.do('call-again', by, { step: 'post', comment });
const offered = (play: Play, by = 'op') =>
  allowed(play.process, play.request.state, play.actor(by), play.facts(by)).filter(({ command }) => command === 'call-again');

describe('a call that nobody waits for and that has failed, for whoever looks after requests', () => {
  /** Where the request may stand when it is told. */
  const stands: [string, (play: Play) => unknown][] = [
    ['while others decide', () => undefined],
    ['with its requester', (play) => act(play, 'return', 'last', { to: 'requester', resume: 'straight-back' }) ?? again(play)],
    ['approved, within its grace time', (play) => done(play, 'last')],
    ['closed', (play) => (done(play, 'last'), closed(play))],
  ];

  it.each(stands)('is sent again with a reason, %s, and nobody is asked anything anew', (_where, goes) => {
    const play = asked(through({ wait: 'none' }));
    hears(play, 'unreachable');
    goes(play);
    const [before, standing] = [idOf(play), [phase(play), open(play)]];
    expect(offered(play)).toMatchObject([
      { step: 'post', refusal: null, needsComment: true, label: { zh: '重新发送：Post（中）', en: 'Send again: Post' } },
    ]);
    expect([repeat(play, ' ')?.code, repeat(play, 'x', 'bo')?.code, offered(play, 'bo')]).toEqual(['comment-required', 'not-owner', []]);
    expect(repeat(play)).toBeNull();
    expect([phase(play), open(play)]).toEqual(standing);
    expect([told(play.events), idOf(play) === before, now(play), sent(play)]).toEqual([
      ['call.repeated post op', 'call.sent post'],
      false,
      'send',
      [{ type: 'call', call: idOf(play), step: 'post' }],
    ]);
    // Late news of what was given up says nothing; only one is under way.
    expect([hears(play, null, before)?.code, repeat(play)?.code, offered(play)]).toEqual(['unchanged', 'not-failed', []]);
    expect(hears(play)).toBeNull();
    expect([told(play.events), offered(play)]).toEqual([['call.answered post'], []]);
    refolds(play);
  });

  it('fails once more, and may be sent once more', () => {
    const play = asked(through({ wait: 'none' }));
    for (const failed of ['refused', 'timeout'] as const) {
      hears(play, failed);
      expect(offered(play)).toHaveLength(1);
      expect(repeat(play)).toBeNull();
    }
    expect(sentInAll(play)).toEqual([3, 3]);
    refolds(play);
  });

  it('is sent no more once the request wants it no more, or it was dropped with it', () => {
    const rejected = asked(through({ wait: 'none' }));
    hears(rejected, 'refused');
    act(rejected, 'reject', 'last');
    expect([offered(rejected), repeat(rejected)?.code]).toEqual([[], 'not-failed']);
    const answered = asked(through({ wait: 'none' }));
    hears(answered);
    expect([offered(answered), repeat(answered)?.code]).toEqual([[], 'not-failed']);
  });

  it('holds up no undo of what was decided since', () => {
    const play = asked(through({ wait: 'none' }));
    hears(play, 'refused');
    done(play, 'last');
    expect(repeat(play)).toBeNull();
    expect(play.do('undo', 'last-er')).toBeNull();
    expect([open(play), now(play)]).toEqual([['last'], 'send']);
    refolds(play);
  });
});

describe('calls that were given up', () => {
  const settledBy = (play: Play, does: () => unknown): string[] => {
    const before = play.request.state;
    does();
    return settledCalls(before, play.request.state);
  };

  it('are seen to by sending them anew, doing without, or ending the request; by nothing else', () => {
    for (const wait of ['none', 'answer'] as const) {
      const play = asked(through({ wait }));
      const id = idOf(play);
      expect(settledBy(play, () => hears(play, 'timeout'))).toEqual([]);
      expect(settledBy(play, () => (wait === 'none' ? play.do('suspend', 'op', { comment: '—' }) : changed(play)))).toEqual([]);
      if (wait === 'none') play.do('resume', 'op');
      expect([wait, settledBy(play, () => repeat(play))]).toEqual([wait, [id]]);
    }
    const ended = asked();
    hears(ended, 'refused');
    expect(settledBy(ended, () => ended.do('end-wait', 'op', { step: 'post', comment: '—' }))).toEqual([idOf(ended)]);
    const over = asked();
    hears(over, 'refused');
    expect(settledBy(over, () => over.do('terminate', 'op', { comment: '—' }))).toEqual([idOf(over)]);
  });

  it('or answered wrongly, or not in time, are known to be in vain from then on, and no more once that is seen to', () => {
    const called = (more: object = {}) => asked(through({ wait: 'callback', within: { hours: 1 }, ...more }));
    const knownBy = (play: Play, does: () => unknown) => {
      const before = play.request.state;
      does();
      return callsInVain(before, play.request.state).map(({ call, why }) => [call === idOf(play), why]);
    };
    const late = (play: Play) => () => {
      play.seconds += 7_200;
      play.timer();
    };
    const wrong = called();
    expect(knownBy(wrong, () => hears(wrong, 'wrong-answer'))).toEqual([[true, 'wrong-answer']]);
    expect(knownBy(wrong, () => changed(wrong))).toEqual([]);
    expect([knownBy(wrong, () => hears(wrong, 'refused')), settledBy(wrong, () => repeat(wrong))]).toEqual([
      [[true, 'refused']],
      [expect.any(String)],
    ]);
    const mended = called();
    hears(mended, 'wrong-answer');
    expect(settledBy(mended, () => hears(mended))).toEqual([idOf(mended)]);
    const slow = called();
    expect(knownBy(slow, late(slow))).toEqual([[true, 'late']]);
    const byAnotherWay = called({ late: [checker('by-hand')] });
    hears(byAnotherWay, 'wrong-answer');
    expect(settledBy(byAnotherWay, late(byAnotherWay))).toEqual([idOf(byAnotherWay)]);
  });
});

describe('a thing is asked of another system once, as long as it would be asked the same', () => {
  it('though the request was rejected and re-opened', () => {
    for (const answered of [true, false]) {
      const play = asked(reopenable(through()));
      if (answered) hears(play);
      else play.do('end-wait', 'op', { step: 'post', comment: '—' });
      act(play, 'return', 'last', { to: 'first', resume: 'walk-again' });
      act(play, 'reject', 'first');
      expect(play.do('reopen', 'ann', { comment: '—' })).toBeNull();
      again(play);
      expect([answered, sentInAll(play), open(play)]).toEqual([answered, [1, 1], ['last']]);
      refolds(play);
    }
  });

  it('though the request ended while it was under way', () => {
    const play = asked(reopenable(flowOf([calls(), checker('last')])));
    expect(play.do('withdraw', 'ann')).toBeNull();
    expect(play.do('reopen', 'ann', { comment: '—' })).toBeNull();
    again(play);
    expect([sentInAll(play), statusOf(play)]).toEqual([[1, 1], 'waiting']);
    hears(play);
    expect(open(play)).toEqual(['last']);
    refolds(play);
  });

  it('though it did not come in between', () => {
    const both = { id: 'both', title: titled('Both'), kind: 'inclusive', lanes: [lane('A', [calls()], { when: OVER_THOUSAND })] };
    const inLane = flowOf([checker('first'), both, checker('last', back)]);
    const whole = {
      ...both,
      kind: 'parallel',
      when: OVER_THOUSAND,
      lanes: [lane('A', [calls()]), lane('B', [calls({ id: 'other', wait: 'none' })])],
    };
    const cases = [{ title: titled('Large'), when: OVER_THOUSAND, steps: [calls()] }];
    const way = { id: 'way', title: titled('Way'), kind: 'branch', cases };
    const others = [whole, way, { ...way, cases: [{ ...cases[0], steps: [both] }] }].map((each) =>
      flowOf([checker('first'), each, checker('last', back)]),
    );
    for (const definition of [through({ when: OVER_THOUSAND }), inLane, ...others]) {
      const play = asked(definition);
      const first = idOf(play);
      hears(play);
      for (const amount of [900, 1200]) {
        act(play, 'return', 'last', { to: 'requester', resume: 'walk-again' });
        again(play, amount);
      }
      expect([sentInAll(play), idOf(play), open(play)]).toEqual([[1, 1], first, ['last']]);
      refolds(play);
    }
  });

  it('though a no in its lane, or enough of the others, ended the lane', () => {
    const lanes = [lane('A', [calls(), checker('a')], { onReject: 'lane' }), lane('B', [checker('b')])];
    const both = { id: 'both', title: titled('Both'), kind: 'parallel', lanes, join: 'any' };
    const play = asked(flowOf([checker('first'), both, checker('last', back)]));
    done(play, 'b');
    act(play, 'return', 'last', { to: 'requester', resume: 'walk-again' });
    again(play);
    expect([sentInAll(play), statusOf(play)]).toEqual([[1, 1], 'waiting']);
    refolds(play);
  });

  it('though it was given up: it is with whoever looks after it again, not sent by itself', () => {
    const play = asked();
    hears(play, 'timeout');
    expect(play.do('jump', 'op', { step: 'post', to: 'first', comment: '—' })).toBeNull();
    done(play, 'first');
    expect([sentInAll(play), statusOf(play), play.blocked?.owners]).toEqual([[1, 1], 'blocked', ['op']]);
    refolds(play);
  });
});

describe('a call that an operator has jumped over', () => {
  it.each([null, 'timeout'] as const)('is not sent once more where the request comes back before it (%s)', (failed) => {
    const play = asked();
    if (failed !== null) hears(play, failed);
    const first = idOf(play);
    expect(play.do('jump', 'op', { step: 'post', to: 'last', comment: '—' })).toBeNull();
    expect([statusOf(play), now(play, first), open(play)]).toEqual(['waived', failed === null ? 'later' : 'never', ['last']]);
    expect(play.do('jump', 'op', { step: 'last', to: 'first', comment: '—' })).toBeNull();
    done(play, 'first');
    expect([sentInAll(play), idOf(play), statusOf(play)]).toEqual([[1, 1], first, failed === null ? 'waiting' : 'blocked']);
    refolds(play);
  });
});

describe('a call whose time has come', () => {
  it('is sent as long as the walk stands behind it', () => {
    const play = asked(through({ wait: 'none' }));
    expect(now(play)).toBe('send');
    done(play, 'last');
    expect(now(play)).toBe('send');
    closed(play);
    expect(now(play)).toBe('send');
    hears(play);
    expect([now(play), now(play, 'another')]).toEqual(['never', 'never']);
  });

  it('waits while the request is suspended, stopped or sent back', () => {
    const play = asked(through({ wait: 'none' }));
    play.do('suspend', 'op', { comment: '—' });
    expect(now(play)).toBe('later');
    play.do('resume', 'op');
    expect(now(play)).toBe('send');
    const first = idOf(play);
    act(play, 'return', 'last', { to: 'requester', resume: 'straight-back' });
    expect(now(play)).toBe('later');
    again(play);
    expect(now(play)).toBe('send');
    for (const resume of ['walk-again', 'straight-back', 'only-changed']) {
      act(play, 'return', 'last', { to: 'first', resume });
      expect([resume, now(play)]).toEqual([resume, 'later']);
      done(play, 'first');
      expect([resume, now(play)]).toEqual([resume, 'send']);
    }
    act(play, 'return', 'last', { to: 'requester', resume: 'straight-back' });
    again(play, 1300);
    expect([now(play, first), now(play)]).toEqual(['later', 'send']);
    play.block('broken');
    expect(now(play)).toBe('later');
  });

  it('waits behind a no that may still be undone, and goes once it was', () => {
    const both = { id: 'both', title: titled('Both'), kind: 'parallel', lanes: [lane('A', [calls()]), lane('B', [checker('b')])] };
    for (const [definition, who, no] of [
      [flowOf([checker('first'), both]), 'b-er', (play: Play) => act(play, 'reject', 'b')],
      [flowOf([calls(), checker('last')]), 'ann', (play: Play) => play.do('withdraw', 'ann')],
    ] as const) {
      const play = asked(definition);
      expect(no(play)).toBeNull();
      expect(now(play)).toBe('later');
      expect(play.do('undo', who)).toBeNull();
      expect([now(play), statusOf(play)]).toEqual(['send', 'waiting']);
      refolds(play);
    }
  });

  it('comes to nothing once the request is closed, which is on record, and goes under its own id once that is re-opened', () => {
    for (const wait of ['none', 'answer'] as const) {
      const lanes = [lane('A', [calls({ wait })]), lane('B', [checker('b')])];
      const both = { id: 'both', title: titled('Both'), kind: 'parallel', lanes };
      const play = asked(reopenable(flowOf([checker('first'), both, checker('last')])));
      const first = idOf(play);
      act(play, 'reject', 'b');
      closed(play);
      expect(now(play)).toBe('never');
      expect(hears(play, 'dropped')).toBeNull();
      expect([told(play.events), play.effects.filter(({ type }) => type === 'notify')]).toEqual([['call.dropped post'], []]);
      expect(play.do('reopen', 'ann', { comment: '—' })).toBeNull();
      again(play);
      expect([wait, sentInAll(play), idOf(play), now(play)]).toEqual([wait, [2, 1], first, 'send']);
      expect(recordOf(play.context, 'post')?.call?.failed).toBeUndefined();
      refolds(play);
    }
  });
});
