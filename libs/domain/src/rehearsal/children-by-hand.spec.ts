import { fc, Walk } from '../../../../test/support/seeded';
import { definitionSchema, type Definition } from '../definition/definition.schema';
import { allowed } from '../engine/allowed';
import { childStart } from '../effects/child-start';
import { LIMITS } from '../definition/limits';
import { linkFindings } from '../verify/links/link-rules';
import { verify } from '../verify/verify';
import { isUnderWay } from '../request/links/children';
import type { Outcome } from '../request/request-state';
import { phaseOf } from '../request/standing';
import { asked, hears, rows } from './children.fixture';
import { EXPENSE } from './expense.fixture';
import { act, checker, done, flowOf, open, peopled, titled } from './lanes.fixture';
import { fold, type Play } from './play.fixture';

const OFFER = { definition: 'other', title: titled('Other'), map: { subject: { field: 'reason' }, origin: { parent: true } } };

/** `first` and `last`, beside which people may start others by hand. */
function offering(...more: object[]): Definition {
  const children = (more.length === 0 ? [{}] : more).map((each) => ({ ...OFFER, ...each }));
  return definitionSchema.parse({ ...flowOf([checker('first', { returns: { to: ['requester'] } }), checker('last')]), children });
}

function submitted(definition: Definition): Play {
  const play = peopled(definition);
  play.do('submit', 'ann', { form: rows(1) });
  return play;
}

const starts = (play: Play, by = 'ann', to = 'other') => play.do('start-child', by, { to })?.code ?? null;
const ids = (play: Play) => Object.keys(play.context.children ?? {});
const news = (play: Play, child: string, came: { outcome?: Outcome; refused?: string }) => hears(play, child, came, null);
const refolds = (play: Play) => expect(fold(play.process, play.journal).hash).toBe(play.request.hash);

function button(play: Play, by: string) {
  const { now, today, requesterUnitPath } = play.facts(by);
  const all = allowed(play.process, play.request.state, play.actor(by), { now, today, requesterUnitPath });
  return all.find(({ command }) => command === 'start-child') ?? null;
}

describe('another request that is started by hand', () => {
  it('begins as a draft of whoever starts it, with what this one holds; nothing else changes', () => {
    const play = submitted(offering());
    const { value } = play.request.state;
    expect(starts(play)).toBeNull();
    expect([asked(play), play.request.state.value, open(play)]).toEqual([['start - for ann'], value, ['first']]);
    const [effect] = play.effects.flatMap((each) => (each.type === 'start-child' ? [each] : []));
    expect(effect && childStart(play.process, play.context, effect, play.form ?? {})).toEqual({
      definition: 'other',
      begins: 'draft',
      form: { subject: 'Paper', origin: 'request-1' },
      parent: { request: 'request-1', step: null, depth: 1, waits: true, requesters: ['ann'] },
    });
    refolds(play);
  });

  it('may be started again and again, each by an id of its own, and hears how each ends', () => {
    const play = submitted(offering());
    starts(play);
    starts(play);
    const [one = '', other = ''] = ids(play);
    expect(one).not.toBe(other);
    expect(news(play, one, { outcome: 'approved' })).toBeNull();
    expect(news(play, other, { refused: 'no-process' })).toBeNull();
    expect(play.effects).toMatchObject([{ type: 'notify', notice: 'child-not-started', to: ['ann'] }]);
    expect(news(play, one, { outcome: 'approved' })?.code).toBe('unchanged');
    expect(news(play, 'somebody-else', { outcome: 'approved' })?.code).toBe('unchanged');
    expect([play.context.children?.[one]?.outcome, play.context.children?.[other]?.refused]).toEqual(['approved', 'no-process']);
    refolds(play);
  });

  it.each([
    ['under-way', null, 'child-too-late'],
    ['approved', 'child-too-early', null],
    ['either', null, null],
  ])('is started %s, and else the button says why not', (when, before, after) => {
    const play = submitted(offering({ when }));
    expect([button(play, 'ann')?.refusal?.code ?? null, starts(play)]).toEqual([before, before]);
    done(play, 'first', 'last');
    expect(play.context.outcome).toBe('approved');
    expect(starts(play)).toBe(after);
    play.seconds += 3_600;
    play.timer();
    expect(phaseOf(play.request.state)).toBe('closed');
    expect(starts(play)).toBe(after);
    if (after === null) expect(news(play, ids(play).at(-1) ?? '', { outcome: 'withdrawn' })).toBeNull();
    refolds(play);
  });

  it.each([true, false])('ends the possibility to take back the approval that it is built on (bound: %s)', (bound) => {
    const play = submitted(offering({ when: 'approved', bound }));
    done(play, 'first', 'last');
    expect(play.context.undo.map(({ person }) => person)).toEqual(['last-er']);
    expect(starts(play)).toBeNull();
    expect(play.do('undo', 'last-er')?.code).toBe('not-undoable');
    expect([play.context.outcome, play.context.undo]).toEqual(['approved', []]);
    const early = submitted(offering({ bound }));
    done(early, 'first');
    starts(early);
    expect(early.do('undo', 'first-er')).toBeNull();
    refolds(play);
  });

  it('is started by whom the definition names, and by nobody else', () => {
    const play = submitted(offering({ by: ['asked', { role: 'keeper' }] }));
    play.actors['kim'] = { roles: ['keeper'] };
    expect(['ann', 'last-er', 'first-er', 'kim'].map((by) => starts(play, by))).toEqual(['child-not-yours', 'child-not-yours', null, null]);
    expect(['ann', 'first-er'].map((by) => button(play, by)?.targets)).toEqual([
      undefined,
      [{ to: 'other', at: '', title: titled('Other') }],
    ]);
    done(play, 'first');
    expect(starts(play, 'first-er')).toBeNull();
    expect(starts(play, 'kim', 'nothing-of-the-kind')).toBe('child-not-offered');
  });

  it('offers what may be started now, and of one kind no more than it says', () => {
    const play = submitted(
      offering({ max: 1 }, { definition: 'later', when: 'approved' }, { definition: 'mine', by: [{ role: 'keeper' }] }),
    );
    expect(button(play, 'ann')?.targets?.map(({ to }) => to)).toEqual(['other']);
    starts(play);
    expect([starts(play), button(play, 'ann')?.refusal?.code]).toEqual(['children-enough', 'children-enough']);
    news(play, ids(play)[0] ?? '', { outcome: 'rejected' });
    expect(starts(play)).toBeNull();
  });

  it.each([
    [true, ['end: parent-ended']],
    [false, []],
  ])('is withdrawn with this one where it is bound (%s), and goes on where this one is approved', (bound, dropped) => {
    const [refused, passed] = [submitted(offering({ bound })), submitted(offering({ bound }))];
    for (const play of [refused, passed]) starts(play);
    act(refused, 'reject', 'first');
    expect(asked(refused)).toEqual(dropped);
    done(passed, 'first', 'last');
    expect(asked(passed)).toEqual([]);
    expect(starts(refused)).toBe('child-too-late');
    refolds(refused);
  });

  it('may be started as often as it is thrown away, and so often at the same time as a request may have', () => {
    const play = submitted(offering());
    for (let nth = 0; nth < LIMITS.children + 2; nth += 1) {
      expect(starts(play)).toBeNull();
      const under = ids(play).find((id) => isUnderWay(play.context.children?.[id] ?? { n: 0, given: '', left: true })) ?? '';
      expect(news(play, under, nth % 2 === 0 ? { outcome: 'withdrawn' } : { refused: 'no-process' })).toBeNull();
    }
    expect(ids(play)).toHaveLength(LIMITS.children);
    for (let nth = 0; nth < LIMITS.children; nth += 1) expect(starts(play)).toBeNull();
    expect([ids(play).length, starts(play)]).toEqual([LIMITS.children, 'children-enough']);
    refolds(play);
  });

  it('is not started while this one is suspended, or eight levels deep', () => {
    const play = submitted(offering());
    play.actors['ops'] = { rights: ['requests.operate'] };
    play.do('suspend', 'ops', { comment: 'Later.' });
    expect(starts(play)).toBe('suspended');
    const deep = peopled(offering());
    deep.do('submit', 'ann', { form: rows(1), parent: { request: 'above', step: null, depth: 8, waits: true } });
    expect(starts(deep)).toBe('children-enough');
  });

  it('is not offered where the definition says nothing of it', () => {
    const play = submitted(flowOf([checker('first')]));
    expect([button(play, 'ann'), starts(play)]).toEqual([null, 'child-too-late']);
  });
});

const acts = ['approve', 'reject', 'return', 'undo', 'withdraw', 'suspend', 'resume', 'terminate', 'wait', 'resubmit'] as const;
const turn = fc.record({
  act: fc.constantFrom(...acts),
  starts: fc.nat(2),
  ends: fc.constantFrom<Outcome | null>(null, 'approved', 'rejected'),
});

/** Whoever may does it, if anybody. */
function does(play: Play, type: (typeof acts)[number]): string | null {
  if (type === 'wait') play.seconds += 3_600;
  if (type === 'wait') return play.timer()?.code ?? null;
  const step = play.value;
  if (type === 'approve' || type === 'reject' || type === 'return')
    return open(play).includes(step) ? (act(play, type, step, type === 'return' ? { to: 'requester' } : {})?.code ?? null) : 'nobody';
  const by = type === 'undo' ? (play.context.undo.at(-1)?.person ?? 'ann') : ['withdraw', 'resubmit'].includes(type) ? 'ann' : 'ops';
  return play.do(type, by, { comment: 'So.', ...(type === 'resubmit' ? { form: rows(1) } : {}) })?.code ?? null;
}

const standsAt = ({ context, request: { state } }: Play) => ({
  ...{
    value: state.value,
    outcome: context.outcome,
    suspended: context.suspendedAt !== undefined,
    undo: context.undo.map(({ step }) => step),
  },
  steps: Object.fromEntries(Object.entries(context.steps).map(([id, { status }]) => [id, status])),
});

describe('requests that are started by hand at any moment', () => {
  it('change nothing of the way of the one that they are started from, and are left with it where it comes to nothing', () => {
    const walk = new Walk('children-by-hand');
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 14 }), (turns) => {
        const [alone, family] = [submitted(offering()), submitted(offering())];
        for (const play of [alone, family]) play.actors['ops'] = { rights: ['requests.operate'] };
        for (const { act: next, starts: count, ends } of turns) {
          for (let nth = 0; nth < count; nth += 1) starts(family);
          walk.step();
          // Whoever builds on an approval ends the possibility to take it back; until then nothing is otherwise.
          if (count > 0 && family.context.outcome === 'approved') {
            expect([family.context.undo, ids(family).length > 0]).toEqual([[], true]);
            break;
          }
          // How one has ended that is left with this one ends what may be taken back: nobody could wait for it again.
          const under = ids(family).find((id) => isUnderWay(family.context.children?.[id] ?? { n: 0, given: '', left: true }));
          if (under !== undefined && ends !== null) news(family, under, { outcome: ends });
          expect(does(family, next)).toBe(does(alone, next));
          expect(standsAt(family)).toEqual(standsAt(alone));
        }
        const { outcome, children = {} } = family.context;
        const under = Object.values(children).filter(isUnderWay);
        if (outcome !== null && outcome !== 'approved') expect(under).toEqual([]);
        refolds(family);
      }),
      { numRuns: walk.runs },
    );
    walk.wentFar();
  });
});

describe('a definition that offers others by hand', () => {
  const codes = (...more: object[]) => verify(offering(...more)).flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));

  it('names fields that are there, and each process once', () => {
    expect(codes()).toEqual([]);
    expect(codes({ map: { a: { field: 'nothing' } } })).toEqual(['unknown-field']);
    expect(codes({ map: { a: { column: 'invoice' } } })).toEqual(['unknown-field']);
    expect(codes({ shows: ['nothing'] })).toEqual(['unknown-field']);
    expect(codes({}, {})).toEqual(['child-twice']);
  });

  it('hands nobody who was asked what their step hides', () => {
    const hiding = (by: unknown[], field: string, hidden: string[]) => {
      const base = offering({ by, map: { a: { field } } });
      const flow = base.flow.map((each, index) => (index === 0 ? { ...each, fields: { hidden } } : each));
      return verify(definitionSchema.parse({ ...base, flow })).map(({ code, path }) => `${code} ${path}`);
    };
    const found = 'hidden-but-handed children.0.map.a';
    expect(hiding(['asked'], 'friend', ['friend'])).toContain(found);
    expect(hiding([{ role: 'keeper' }, 'asked'], 'amount', ['items'])).toContain(found);
    // Whoever has the role may be who is asked there.
    expect(hiding([{ role: 'keeper' }], 'friend', ['friend'])).toContain(found);
    expect(hiding(['requester'], 'friend', ['friend'])).not.toContain(found);
    expect(hiding(['asked'], 'reason', ['friend'])).not.toContain(found);
  });

  it('may offer itself, and hands over what the other one takes', () => {
    const found = (definition: string, map: object) => linkFindings(offering({ definition, map }), new Map()).map(({ code }) => code);
    expect(found(EXPENSE.key, { reason: { field: 'reason' } })).toEqual([]);
    expect(found(EXPENSE.key, { nothing: { field: 'reason' } })).toEqual(['child-field-unknown']);
    expect(found('not-there', {})).toEqual(['child-not-in-use']);
  });
});
