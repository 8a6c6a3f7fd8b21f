import { definitionSchema } from '../definition/definition.schema';
import { allowed } from '../engine/allowed';
import { sentCall } from '../effects/sent-call';
import { compile } from '../machine/compile';
import { verify } from '../verify/verify';
import { asked, calls, hears, recordOn, refolds, sent, statusOf, through } from './calls.fixture';
import { EXPENSE } from './expense.fixture';
import { act, checker, done, flowOf, lane, open, titled } from './lanes.fixture';
import { changed } from './play.fixture';
import { formOf, told } from './staffed.fixture';

describe('a step that calls another system', () => {
  it('sends what the form holds, and waits for the answer', () => {
    const play = asked();
    expect([statusOf(play), open(play), told(play.events)]).toEqual(['waiting', [], expect.arrayContaining(['call.sent post'])]);
    const [effect] = sent(play);
    if (effect === undefined) throw new Error('Expected a call to be sent');
    expect(sentCall(play.process, play.context, effect, play.form ?? {})).toEqual({
      ...{ to: 'ledger', method: 'POST', path: '/entries', waits: true },
      body: { why: 'Tools', total: { amount: '1200.00', currency: 'CNY' }, kind: 'expense', id: 'request-1' },
    });
    expect(hears(play)).toBeNull();
    expect([told(play.events), open(play)]).toEqual([['call.answered post', 'task.opened last last-er'], ['last']]);
    refolds(play);
  });

  it('goes on at once where it does not wait, and keeps what came of it', () => {
    const play = asked(through({ wait: 'none' }));
    expect([statusOf(play), open(play), sent(play).length]).toEqual(['passed', ['last'], 1]);
    expect(hears(play, 'refused')).toBeNull();
    expect([told(play.events), open(play)]).toEqual([['call.failed post'], ['last']]);
    refolds(play);
  });

  it('hears the same twice and goes on once; what it has not asked it does not hear', () => {
    const play = asked();
    expect(hears(play, null, 'another')?.code).toBe('unchanged');
    hears(play);
    const call = recordOn(play)?.call?.id;
    expect([hears(play)?.code, hears(play, 'timeout', call)?.code]).toEqual(['unchanged', 'unchanged']);
  });

  it('holds no other lane', () => {
    const both = {
      id: 'both',
      title: titled('Both'),
      kind: 'parallel',
      lanes: [lane('A', [calls()]), lane('B', [checker('b'), checker('c')])],
    };
    const play = asked(flowOf([both, checker('last')]));
    expect(open(play)).toEqual(['b']);
    done(play, 'b', 'c');
    expect([open(play), statusOf(play)]).toEqual([[], 'waiting']);
    hears(play);
    expect(open(play)).toEqual(['last']);
    refolds(play);
  });

  it('is stuck with an owner where it was given up, and is sent again by them, with a reason', () => {
    const play = asked();
    play.actors = { op: { rights: ['requests.operate', 'requests.assign', 'requests.override'] } };
    const before = recordOn(play)?.call?.id;
    expect(hears(play, 'refused')).toBeNull();
    expect([statusOf(play), play.blocked?.owners, told(play.events)]).toEqual([
      'blocked',
      ['op'],
      ['call.failed post', 'request.blocked post'],
    ]);
    expect(play.do('call-again', 'bo', { step: 'post', comment: '—' })?.code).toBe('not-owner');
    expect(play.do('call-again', 'op', { step: 'post', comment: '' })?.code).toBe('comment-required');
    const buttons = allowed(play.process, play.request.state, play.actor('op'), play.facts('op'));
    // Nobody is looked for who could do it in the system's place: what names somebody, or passes over somebody, is not there at all.
    expect(buttons.map(({ command, refusal }) => [command, refusal?.code])).toEqual([
      ['call-again', undefined],
      ['end-wait', undefined],
      ['jump', undefined],
      ['suspend', undefined],
      ['terminate', undefined],
    ]);
    expect(play.do('call-again', 'op', { step: 'post', comment: 'It is up again.' })).toBeNull();
    expect([statusOf(play), sent(play).length, told(play.events)]).toEqual([
      'waiting',
      1,
      ['call.repeated post op', 'call.sent post', 'request.unblocked post'],
    ]);
    expect(recordOn(play)?.call?.id).not.toBe(before);
    // The late answer to what was given up says nothing any more.
    expect(hears(play, null, before)?.code).toBe('unchanged');
    expect(hears(play)).toBeNull();
    expect(open(play)).toEqual(['last']);
    refolds(play);
  });

  it('hears an answer while nothing goes on, and goes on from it later', () => {
    for (const failed of [null, 'timeout'] as const) {
      const play = asked();
      play.do('suspend', 'op', { comment: '—' });
      expect(hears(play, failed)).toBeNull();
      expect(open(play)).toEqual([]);
      play.do('resume', 'op');
      expect([failed, open(play)]).toEqual([failed, failed === null ? ['last'] : ['post']]);
      refolds(play);
    }
  });

  it('asks nobody twice for the same: on the way back what was sent stands, unless something of it is different now', () => {
    for (const [resume, amount, again] of [
      ['walk-again', 1200, 0],
      ['straight-back', 1200, 0],
      ['walk-again', 1300, 1],
    ] as const) {
      const play = asked();
      hears(play);
      act(play, 'return', 'last', { to: 'requester', resume });
      play.do('resubmit', 'ann', { form: formOf(amount) });
      if (open(play).includes('first')) done(play, 'first');
      expect([resume, amount, sent(play).length, statusOf(play)]).toEqual([resume, amount, again, again === 0 ? 'passed' : 'waiting']);
      refolds(play);
    }
  });

  it('is passed over by who looks after it, and asked nothing again', () => {
    const play = asked();
    expect(play.do('end-wait', 'op', { step: 'post', comment: 'Done by telephone.' })).toBeNull();
    expect(open(play)).toEqual(['last']);
    refolds(play);
  });

  it('finds new owners when those who look after it change', () => {
    const play = asked();
    hears(play, 'timeout');
    play.verdicts['post'] = { kind: 'blocked', owners: ['eve'], reason: 'call-failed' };
    expect(changed(play)).toBeNull();
    expect(play.blocked?.owners).toEqual(['eve']);
    refolds(play);
  });

  it('counts what it sends as material', () => {
    const fields = EXPENSE.form.fields.map((field) => ({ ...field, material: false }));
    const { material } = compile(definitionSchema.parse({ ...through(), form: { fields } }));
    expect(material).toEqual(expect.arrayContaining(['reason', 'amount']));
  });
});

describe('the form of a step that calls', () => {
  const fits = (more: object) => definitionSchema.safeParse({ ...EXPENSE, flow: [calls(more)] }).success;
  it('holds a name and a plain path, and no address', () => {
    expect([fits({}), fits({ path: '' }), fits({ path: '/v1/a.json/b-c_d~e' })]).toEqual([true, true, true]);
    for (const path of [
      'entries',
      '/',
      '//host',
      '/../x',
      '/a/..',
      '/a?b=c',
      '/a#b',
      '/a b',
      '/%2e%2e',
      'http://host',
      '/a@host',
      `/${'a'.repeat(200)}`,
    ])
      expect([path, fits({ path })]).toEqual([path, false]);
    for (const more of [
      { to: 'http://host' },
      { to: 'Ledger' },
      { to: '' },
      { url: 'http://host' },
      { method: 'CONNECT' },
      { method: 'GET' },
    ])
      expect([more, fits(more)]).toEqual([more, false]);
  });

  it('sends fields that are there, and no files', () => {
    const codes = (body: object) => verify(through({ body })).map(({ code, path }) => `${code} ${path}`);
    expect(codes({ x: { field: 'nothing' } })).toContain('unknown-field flow.1.body.x');
  });
});
