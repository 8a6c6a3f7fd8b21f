import { definitionSchema, type Definition } from '../definition/definition.schema';
import { allowed } from '../engine/allowed';
import { answerFields } from '../form/answer-fields';
import { deadlines } from '../request/time/deadline';
import type { Json } from '../text/bilingual';
import { verify } from '../verify/verify';
import { asked, back, calls, hears, recordOn, refolds, statusOf } from './calls.fixture';
import { act, checker, done, flowOf, lane, open, titled } from './lanes.fixture';
import type { Play } from './play.fixture';
import { formOf, told } from './staffed.fixture';
import { EXPENSE } from './expense.fixture';

const label = { zh: '凭证', en: 'Voucher' };
const FIELDS = [
  { key: 'voucher', type: 'text', label, filledAt: 'step', required: false, maxLength: 10, material: true },
  { key: 'booked', type: 'money', currency: 'CNY', label, filledAt: 'step', required: false },
];
const withFields = (definition: Definition): Definition =>
  definitionSchema.parse({ ...definition, form: { fields: [...definition.form.fields, ...FIELDS] } });
const ANSWER = { answer: { voucher: 'entry.number', booked: 'entry.sums.0' } };
const answering = (more: object = {}) => withFields(flowOf([checker('first'), calls({ ...ANSWER, ...more }), checker('last', back)]));

/** The other system answers with JSON. */
function answers(play: Play, said: Json, call = recordOn(play)?.call?.id ?? '') {
  const step = play.process.steps['post'];
  if (step?.kind !== 'call') throw new Error('Expected a call');
  return play.news({ type: 'call.ended', called: { step: 'post', call, failed: null, status: 200 }, fields: answerFields(step, said) });
}
const GOOD = { entry: { number: 'V-1', sums: [{ amount: '12.50', currency: 'CNY' }], more: 'not asked for' } };
const notices = (play: Play) => play.effects.flatMap((effect) => (effect.type === 'notify' ? [[effect.notice, effect.to]] : [])).slice(-1);
const formIn = (play: Play) => [play.form?.['voucher'] ?? null, play.form?.['booked'] ?? null];

describe('the answer of another system', () => {
  it('is filled into the form, as its step says, and nothing else of it', () => {
    const play = asked(answering());
    expect(answers(play, GOOD)).toBeNull();
    expect(formIn(play)).toEqual(['V-1', { minor: '1250', currency: 'CNY' }]);
    expect(JSON.stringify([play.form, play.journal])).not.toContain('not asked for');
    expect([told(play.events)[0], statusOf(play), open(play)]).toEqual(['call.answered post', 'passed', ['last']]);
    refolds(play);
  });

  it.each<[string, Json]>([
    ['nothing', null],
    ['a list', [1]],
    ['a text', 'V-1'],
    ['a part that is absent', { entry: { number: 'V-1', sums: [] } }],
    ['a part that is blank', { entry: { ...GOOD.entry, number: '  ' } }],
    ['a part of another type', { entry: { ...GOOD.entry, number: 17 } }],
    ['a part that is too long', { entry: { ...GOOD.entry, number: 'V-12345678901' } }],
    ['an amount in another currency', { entry: { ...GOOD.entry, sums: [{ amount: '1.00', currency: 'USD' }] } }],
    ['an amount that is a number', { entry: { ...GOOD.entry, sums: [12.5] } }],
    ['a part inside a text', { entry: 'number' }],
    ['what every object has', { entry: { constructor: 'x' } }],
  ])('that is wrong stops the step with an owner, and no part of it is filled in: %s', (_what, said) => {
    const play = asked(answering());
    expect(answers(play, said)).toBeNull();
    expect([statusOf(play), play.blocked?.owners, formIn(play)]).toEqual(['blocked', ['op'], [null, null]]);
    expect(recordOn(play)?.call?.failed).toBe('wrong-answer');
    refolds(play);
    expect(play.do('call-again', 'op', { step: 'post', comment: 'It was mended.' })).toBeNull();
    expect(answers(play, GOOD)).toBeNull();
    expect([formIn(play)[0], open(play)]).toEqual(['V-1', ['last']]);
    refolds(play);
  });

  it('comes once: what comes later, or to another call, changes nothing', () => {
    const play = asked(answering());
    const other = { entry: { number: 'V-2', sums: GOOD.entry.sums } };
    expect(answers(play, other, 'another')?.code).toBe('unchanged');
    answers(play, GOOD);
    expect(answers(play, other)?.code).toBe('unchanged');
    expect(formIn(play)[0]).toBe('V-1');
  });

  it('stands on the way back as long as nothing is asked anew, and is replaced by what is', () => {
    for (const resume of ['walk-again', 'straight-back'] as const) {
      const play = asked(answering());
      answers(play, GOOD);
      act(play, 'return', 'last', { to: 'requester', resume });
      play.do('resubmit', 'ann', { form: formOf(1200) });
      if (open(play).includes('first')) done(play, 'first');
      expect([resume, formIn(play)[0], open(play)]).toEqual([resume, 'V-1', ['last']]);
      refolds(play);
      act(play, 'return', 'last', { to: 'requester', resume });
      play.do('resubmit', 'ann', { form: formOf(1300) });
      if (open(play).includes('first')) done(play, 'first');
      answers(play, { entry: { ...GOOD.entry, number: 'V-9' } });
      expect([resume, formIn(play)[0], open(play)]).toEqual([resume, 'V-9', ['last']]);
      refolds(play);
    }
  });

  it('asks whoever was shown what it fills in otherwise', () => {
    const lanes = [lane('A', [checker('see', { fields: { write: ['voucher'] } }), checker('again')]), lane('B', [checker('b')])];
    const both = { id: 'both', title: titled('Both'), kind: 'parallel', lanes };
    const play = asked(withFields(flowOf([checker('first'), both, calls(ANSWER), checker('last', back)])));
    expect(open(play)).toEqual(['b', 'see']);
    expect(act(play, 'approve', 'see', { fields: { voucher: 'V-0' } })).toBeNull();
    done(play, 'again', 'b');
    expect(answers(play, GOOD)).toBeNull();
    expect([formIn(play)[0], open(play)]).toEqual(['V-1', ['again']]);
    refolds(play);
    done(play, 'again');
    expect([open(play), statusOf(play)]).toEqual([['last'], 'passed']);
  });

  it('comes while nothing goes on: is kept, and the request goes on from it later', () => {
    const suspended = asked(answering());
    suspended.do('suspend', 'op', { comment: '—' });
    answers(suspended, GOOD);
    expect([formIn(suspended)[0], open(suspended)]).toEqual(['V-1', []]);
    suspended.do('resume', 'op');
    expect(open(suspended)).toEqual(['last']);
    refolds(suspended);
    // Of a request that has its outcome the form changes no more; it is asked for again once that is taken back.
    const withdrawn = asked(withFields(flowOf([calls(ANSWER), checker('last', back)])));
    withdrawn.do('withdraw', 'ann');
    answers(withdrawn, GOOD);
    expect(formIn(withdrawn)).toEqual([null, null]);
    refolds(withdrawn);
  });
});

describe('a call that is called back', () => {
  const waiting = (more: object = {}) => asked(answering({ wait: 'callback', within: { hours: 48 }, ...more }));
  const later = (play: Play, hours: number): void => {
    play.seconds += hours * 3_600;
  };

  it('waits for that, until its time is over, and is then with whoever looks after requests', () => {
    const play = waiting();
    const [pause] = deadlines(play.request.state);
    expect([statusOf(play), pause?.kind, pause?.step]).toEqual(['waiting', 'pause', 'post']);
    later(play, 49);
    expect(play.timer()).toBeNull();
    expect([told(play.events), statusOf(play), play.blocked?.owners]).toEqual([
      ['call.late post', 'request.blocked post'],
      'blocked',
      ['op'],
    ]);
    expect(answers(play, GOOD)).toBeNull();
    expect([told(play.events), statusOf(play), formIn(play)]).toEqual([['call.too-late post'], 'blocked', [null, null]]);
    expect(answers(play, GOOD)?.code).toBe('unchanged');
    refolds(play);
    const buttons = allowed(play.process, play.request.state, play.actor('op'), play.facts('op')).filter(({ refusal }) => refusal === null);
    expect(buttons.map(({ command }) => command)).toEqual(expect.arrayContaining(['call-again', 'end-wait', 'jump']));
    expect(play.do('call-again', 'op', { step: 'post', comment: '—' })).toBeNull();
    expect(deadlines(play.request.state).map(({ kind }) => kind)).toEqual(['pause']);
    answers(play, GOOD);
    expect([open(play), deadlines(play.request.state)]).toEqual([['last'], []]);
    refolds(play);
  });

  it('goes the way that its process names where nobody has called back in time', () => {
    const play = waiting({ late: [checker('by-hand')] });
    later(play, 49);
    expect(play.timer()).toBeNull();
    expect([open(play), play.blocked]).toEqual([['by-hand'], null]);
    expect(answers(play, GOOD)).toBeNull();
    expect([told(play.events), open(play), formIn(play)]).toEqual([['call.too-late post'], ['by-hand'], [null, null]]);
    done(play, 'by-hand');
    expect(open(play)).toEqual(['last']);
    refolds(play);
    const inTime = waiting({ late: [checker('by-hand')] });
    answers(inTime, GOOD);
    expect(open(inTime)).toEqual(['last']);
    refolds(inTime);
  });

  it('keeps its time on the way back and while it is suspended', () => {
    const play = waiting();
    const before = deadlines(play.request.state);
    play.do('suspend', 'op', { comment: '—' });
    later(play, 60);
    expect(deadlines(play.request.state)).toEqual([]);
    play.do('resume', 'op');
    expect(deadlines(play.request.state)).toEqual(before);
    expect(play.timer()).toBeNull();
    expect(statusOf(play)).toBe('blocked');
    refolds(play);
  });

  it('waits without end where no time is said', () => {
    const play = asked(answering({ wait: 'callback' }));
    expect(deadlines(play.request.state)).toEqual([]);
    answers(play, GOOD);
    expect(open(play)).toEqual(['last']);
  });

  it('answered wrongly waits on: its owners are told once, and it may be answered again, sent again or ended', () => {
    const play = waiting();
    expect(hears(play, 'wrong-answer')).toBeNull();
    expect([told(play.events), statusOf(play), formIn(play)]).toEqual([['call.misanswered post'], 'waiting', [null, null]]);
    expect(notices(play)).toEqual([['call-misanswered', ['op']]]);
    expect(hears(play, 'wrong-answer')?.code).toBe('unchanged');
    refolds(play);
    const buttons = allowed(play.process, play.request.state, play.actor('op'), play.facts('op')).filter(({ refusal }) => refusal === null);
    expect(buttons.map(({ command }) => command)).toEqual(expect.arrayContaining(['call-again', 'end-wait']));
    answers(play, GOOD);
    expect([open(play), formIn(play)[0]]).toEqual([['last'], 'V-1']);
    refolds(play);
    const anew = waiting();
    const before = recordOn(anew)?.call?.id;
    hears(anew, 'wrong-answer');
    expect(anew.do('call-again', 'op', { step: 'post', comment: 'They have mended it.' })).toBeNull();
    expect([statusOf(anew), recordOn(anew)?.call?.id === before, recordOn(anew)?.call?.wrong]).toEqual(['waiting', false, undefined]);
    expect(hears(anew, 'wrong-answer', before)?.code).toBe('unchanged');
    answers(anew, GOOD);
    expect(open(anew)).toEqual(['last']);
    refolds(anew);
  });

  it('is not sent again while it waits and nothing is wrong, nor answered wrongly once it was given up or answered', () => {
    const play = waiting();
    expect(play.do('call-again', 'op', { step: 'post', comment: '—' })?.code).toBe('not-failed');
    answers(play, GOOD);
    expect(hears(play, 'wrong-answer')?.code).toBe('unchanged');
    const late = waiting();
    later(late, 49);
    late.timer();
    expect(hears(late, 'wrong-answer')?.code).toBe('unchanged');
  });

  it('that was given up by hand hears nothing any more of it', () => {
    const play = waiting();
    play.do('end-wait', 'op', { step: 'post', comment: 'Done by telephone.' });
    expect(open(play)).toEqual(['last']);
    expect(hears(play, 'refused')).toBeNull();
    refolds(play);
  });
});

describe('what a definition may ask of an answer', () => {
  const codes = (more: object, fields: object[] = FIELDS) => {
    const { form, ...rest } = flowOf([checker('first'), calls(more), checker('last')]);
    return verify(definitionSchema.parse({ ...rest, form: { fields: [...form.fields, ...fields] } })).map(
      ({ code, path }) => `${code} ${path}`,
    );
  };
  it('is fields that are there, that are filled in at a step, and whose values say something by themselves', () => {
    const unwritten = (more: object) => codes(more).filter((each) => each.startsWith('never-written')).length;
    expect([codes(ANSWER).filter((each) => /answer|step-field/.test(each)), unwritten({}) - unwritten(ANSWER)]).toEqual([
      [],
      FIELDS.length,
    ]);
    expect(codes({ answer: { nothing: 'x' } })).toContain('unknown-field flow.1.answer.nothing');
    expect(codes({ answer: { reason: 'x' } })).toContain('not-a-step-field flow.1.answer.reason');
    const person = { key: 'who', type: 'person', label, filledAt: 'step', required: false };
    expect(codes({ answer: { who: 'x' } }, [person])).toContain('not-answered flow.1.answer.who');
    expect(codes({ ...ANSWER, wait: 'none' })).toContain('answer-not-awaited flow.1.answer');
    expect(codes({ within: { hours: 1 } })).toContain('only-callback flow.1.within');
    expect(codes({ wait: 'callback', late: [checker('x')] })).toContain('late-without-within flow.1.late');
    expect(codes({ wait: 'callback', body: { callback: { value: 'x' } } })).toContain('callback-taken flow.1.body.callback');
    expect(codes({ ...ANSWER, when: { filled: { field: 'voucher' } } })).toContain('answer-own-condition flow.1.when');
  });

  it('is nothing that a lane beside it fills in as well', () => {
    const lanes = [lane('A', [calls(ANSWER)]), lane('B', [checker('b', { fields: { write: ['voucher'] } })])];
    const both = { id: 'both', title: titled('Both'), kind: 'parallel', lanes };
    expect(verify(withFields(flowOf([both, checker('last')]))).map(({ code }) => code)).toContain('lanes-write-same');
  });

  it('is written as a plain way, of bounded length, and a time that ends', () => {
    const fits = (more: object) => definitionSchema.safeParse({ ...EXPENSE, flow: [calls(more)] }).success;
    expect([fits({ answer: { x: 'a.0.b-c_d' } }), fits({ wait: 'callback', within: { hours: 8_784 } })]).toEqual([true, true]);
    for (const answer of [{ x: '' }, { x: 'a..b' }, { x: '.a' }, { x: 'a b' }, { x: 'a.b.c.d.e.f.g.h.i' }, { x: 'a'.repeat(61) }])
      expect([answer, fits({ answer })]).toEqual([answer, false]);
    for (const within of [{ hours: 0 }, { hours: 1.5 }, { hours: 9_000 }, {}])
      expect([within, fits({ wait: 'callback', within })]).toEqual([within, false]);
  });
});
