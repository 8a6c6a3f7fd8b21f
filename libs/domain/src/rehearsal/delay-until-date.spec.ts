import { definitionSchema, type Definition } from '../definition/definition.schema';
import { verify } from '../verify/verify';
import { DAY, dated, form, statusOf, until, waits } from './delay.fixture';
import { EXPENSE } from './expense.fixture';
import { act, checker, done, lane, open, peopled, titled } from './lanes.fixture';
import { fold, type Play } from './play.fixture';
import { told } from './staffed.fixture';

const refolds = (play: Play) => expect(fold(play.process, play.journal).hash).toBe(play.request.hash);

describe('a step that waits for a date of the form', () => {
  const seen = (play: Play, opensOn: string | undefined, seconds: number) => {
    until(play, seconds, opensOn === undefined ? {} : { day: opensOn });
    play.do('submit', 'ann', { form: form(opensOn) });
    done(play, 'first');
    return play;
  };

  it('counts anew where the date is changed on the way back, and not where it stays', () => {
    for (const [day, seconds, status] of [
      ['2026-03-04', 2 * DAY, 'passed'],
      ['2026-03-09', 7 * DAY, 'waiting'],
    ] as const) {
      const play = seen(peopled(dated()), '2026-03-04', 2 * DAY);
      play.seconds = 2 * DAY;
      play.timer();
      act(play, 'return', 'last', { to: 'requester', resume: 'straight-back' });
      until(play, seconds, { day });
      play.do('resubmit', 'ann', { form: form(day) });
      if (open(play).includes('first')) done(play, 'first');
      expect([day, statusOf(play)]).toEqual([day, status]);
      refolds(play);
    }
  });

  it('is stuck with an owner where the date is blank, and goes on once another lane has filled it in', () => {
    const lanes = [
      lane('A', [waits({ field: 'opensOn' }), checker('a')]),
      lane('B', [checker('b', { fields: { write: ['opensOn'] } }), checker('c')]),
    ];
    const play = peopled(dated({}, 'step', [{ id: 'both', title: titled('Both'), kind: 'parallel', lanes }, checker('last')]));
    play.verdicts['wait'] = { kind: 'blocked', owners: ['op'], reason: 'no-date' };
    play.do('submit', 'ann', { form: form() });
    expect([statusOf(play), play.blocked, open(play)]).toEqual(['blocked', null, ['b', 'wait']]);
    until(play, DAY, { day: '2026-03-03' });
    act(play, 'approve', 'b', { fields: { opensOn: '2026-03-03' } });
    expect([statusOf(play), told(play.events)]).toEqual([
      'waiting',
      expect.arrayContaining(['request.unblocked wait', 'pause.begun wait']),
    ]);
    refolds(play);
  });

  it('is looked at again, or ended, by its owner', () => {
    for (const type of ['resolve-again', 'end-wait'] as const) {
      const play = peopled(dated());
      play.actors = { op: { rights: ['requests.operate'] } };
      play.verdicts['wait'] = { kind: 'blocked', owners: ['op'], reason: 'no-date' };
      play.do('submit', 'ann', { form: form() });
      done(play, 'first');
      expect(play.blocked?.owners).toEqual(['op']);
      until(play, -1);
      expect(play.do(type, 'op', { step: 'wait', comment: '—' })).toBeNull();
      expect([type, open(play), statusOf(play)]).toEqual([type, ['last'], 'passed']);
      refolds(play);
    }
  });
});

describe('the form of a step that waits', () => {
  const codes = (definition: Definition) => verify(definition).map(({ code, path }) => `${code} ${path}`);
  it('names one way to count, each with its own', () => {
    for (const wrong of [
      {},
      { field: 'a', working: { days: 1 } },
      { working: { days: 1 }, at: '08:00' },
      { field: 'a', clock: 'store' },
      { field: 'a', at: '8' },
    ])
      expect(definitionSchema.safeParse({ ...EXPENSE, flow: [waits(wrong)] }).success).toBe(false);
  });

  it('counts from a date, warns where that may be blank, and hides it from nobody', () => {
    expect(codes(dated({ field: 'reason' }))).toContain('not-date flow.1.until.field');
    expect(codes(dated())).toContain('date-may-be-blank flow.1.until.field');
    const hidden = dated({}, 'start', [checker('first', { fields: { hidden: ['opensOn'] } }), waits({ field: 'opensOn' })]);
    expect(codes(hidden)).toContain('hidden-but-awaited flow.0.fields.hidden');
    const due = dated({}, 'start', [
      checker('first', { fields: { hidden: ['opensOn'] } }),
      checker('second', { due: { field: 'opensOn' } }),
    ]);
    expect(codes(due)).toContain('hidden-but-awaited flow.0.fields.hidden');
  });
});
