import { definitionSchema, type DefinitionInput } from '../definition/definition.schema';
import { openSeats, recordOf, standingSteps } from '../request/standing';
import { atList, listed, settledOf, tick } from './checklist.fixture';
import { fold, Play } from './play.fixture';

type Flow = DefinitionInput['flow'];
type FlowStep = Flow[number];

const title = { zh: '步骤', en: 'Step' };
const returns = { to: ['requester', 'previous', 'first'], resume: 'choose' as const };

function human(id: string, more: object = {}): FlowStep {
  const kind = { kind: 'review', samePerson: 'ask', assignee: { by: 'role', role: 'any' } };
  return { ...kind, id, title, returns: id === 'first' ? { to: [] } : returns, ...more } as FlowStep;
}

/** A form of something material, something that is not, and what the first step may note down. */
function definitionOf(flow: Flow, more: object = {}) {
  return definitionSchema.parse({
    key: 'shown',
    version: 1,
    title,
    area: 'store',
    numberPrefix: 'S',
    start: { everyone: true },
    form: {
      fields: [
        { key: 'amount', type: 'number', label: title, material: true },
        { key: 'reason', type: 'text', label: title },
        { key: 'plan', type: 'files', label: title },
        { key: 'note', type: 'text', label: title, filledAt: 'step' },
      ],
    },
    sentence: title,
    rowTitle: title,
    flow,
    ...more,
  });
}

const FORM = { amount: 5, reason: 'Old.' };
const FIRST = human('first', { fields: { write: ['note'] } });

/** Everybody sits on the step that is called as they are, but for a `-` and what is behind it. */
function begun(flow: Flow): Play {
  const play = new Play(definitionOf(flow));
  play.resolver = (_at, step) => ({ kind: 'seats', people: [step] });
  expect(play.do('submit', 'ann', { form: FORM })).toBeNull();
  return play;
}

function agree(play: Play, step: string, more: object = {}): void {
  const [, seat] = openSeats(recordOf(play.context, step))[0] ?? [];
  expect(play.do('approve', seat?.person ?? '', { step, ...more })).toBeNull();
}

const standing = ({ context }: Play): string[] => standingSteps(context).sort();

function sendBack(play: Play, from: string, to: string): void {
  expect(play.do('return', from, { step: from, to, resume: 'only-changed', comment: 'Look.' })).toBeNull();
}

function folds(play: Play): void {
  expect(fold(play.process, play.journal)).toEqual(play.request);
}

const LINE: Flow = [FIRST, human('second', { fields: { hidden: ['reason'] } }), human('third'), human('last')];

describe('a return of only what changed', () => {
  function atLast(): Play {
    const play = begun(LINE);
    agree(play, 'first', { fields: { note: 'A' } });
    agree(play, 'second');
    agree(play, 'third');
    return play;
  }

  it.each([
    ['nothing', FORM, ['last']],
    ['how a blank is written', { ...FORM, plan: [] }, ['last']],
    ['what the second is not shown', { ...FORM, reason: 'New.' }, ['first', 'third', 'last']],
    ['what is material', { ...FORM, amount: 6 }, ['first', 'second', 'third', 'last']],
  ])('to the requester, who changes %s', (_what, form, asked) => {
    const play = atLast();
    sendBack(play, 'last', 'requester');
    expect(play.do('resubmit', 'ann', { form })).toBeNull();
    const seen: string[] = [];
    for (let left = 6; play.context.outcome === null && left > 0; left -= 1) {
      const [step = ''] = standing(play);
      seen.push(step);
      agree(play, step, step === 'first' ? { fields: { note: 'A' } } : {});
    }
    expect(seen).toEqual(asked);
    folds(play);
  });

  it('asks those behind whoever wrote something else, and nobody where they wrote the same', () => {
    const [other, same] = [atLast(), atLast()];
    for (const play of [other, same]) sendBack(play, 'last', 'first');
    agree(other, 'first', { fields: { note: 'B' } });
    agree(same, 'first', { fields: { note: 'A' } });
    expect(standing(other)).toEqual(['second']);
    expect(standing(same)).toEqual(['last']);
    folds(other);
    folds(same);
  });

  it('is no longer so once the walk has come by: a later straight back finds them standing', () => {
    const play = atLast();
    sendBack(play, 'last', 'first');
    agree(play, 'first', { fields: { note: 'A' } });
    expect(recordOf(play.context, 'third')?.strict).toBeUndefined();
    expect(play.do('return', 'last', { step: 'last', to: 'requester', resume: 'straight-back', comment: 'Look.' })).toBeNull();
    expect(play.do('resubmit', 'ann', { form: { ...FORM, reason: 'New.' } })).toBeNull();
    expect(standing(play)).toEqual(['last']);
  });

  it('comes back as it was when it is undone', () => {
    const play = atLast();
    const was = play.context.steps['third'];
    sendBack(play, 'last', 'first');
    expect(recordOf(play.context, 'third')?.strict).toBe(true);
    expect(play.do('undo', 'last')).toBeNull();
    expect(play.context.steps['third']).toEqual(was);
    expect(standing(play)).toEqual(['last']);
    folds(play);
  });

  it('asks whoever was shown an opinion that is signed anew', () => {
    const play = begun([
      FIRST,
      human('view', { kind: 'opinion' }),
      human('third'),
      human('last', { returns: { ...returns, to: ['view'] } }),
    ]);
    agree(play, 'first', { fields: { note: 'A' } });
    agree(play, 'view', { stance: 'for', comment: 'Good.' });
    agree(play, 'third');
    sendBack(play, 'last', 'view');
    agree(play, 'view', { stance: 'for', comment: 'Good.' });
    expect(standing(play)).toEqual(['third']);
  });

  it('lets a step stand that has passed in the name of a decision that stands', () => {
    const play = begun([FIRST, human('second', { samePerson: 'merge' }), human('last')]);
    play.resolver = (_at, step) => (step === 'second' ? { kind: 'merged', person: 'first' } : { kind: 'seats', people: [step] });
    agree(play, 'first');
    expect(recordOf(play.context, 'second')?.status).toBe('merged');
    sendBack(play, 'last', 'requester');
    play.resolver = (_at, step) => ({ kind: 'seats', people: [step] });
    play.do('resubmit', 'ann', { form: FORM });
    expect(standing(play)).toEqual(['last']);
    sendBack(play, 'last', 'requester');
    play.do('resubmit', 'ann', { form: { ...FORM, reason: 'New.' } });
    agree(play, 'first');
    expect(standing(play)).toEqual(['second']);
  });
});

const lane = (...steps: FlowStep[]) => ({ title, steps });

describe('a return of only what changed, across lanes', () => {
  const parallel = (join: 'all' | 'any'): Flow => [
    FIRST,
    {
      kind: 'parallel',
      id: 'both',
      title,
      join,
      lanes: [lane(human('left', { fields: { hidden: ['reason'] } })), lane(human('right'))],
    } as FlowStep,
    human('last'),
  ];

  it('asks in each lane whoever was shown it, and the join meets once', () => {
    const play = begun(parallel('all'));
    agree(play, 'first', { fields: { note: 'A' } });
    agree(play, 'left');
    agree(play, 'right');
    sendBack(play, 'last', 'requester');
    play.do('resubmit', 'ann', { form: { ...FORM, reason: 'New.' } });
    agree(play, 'first', { fields: { note: 'A' } });
    expect(standing(play)).toEqual(['right']);
    agree(play, 'right');
    expect(standing(play)).toEqual(['last']);
    folds(play);
  });

  it('from a lane to before the fork leaves the word of the other lane, where it was about the same', () => {
    const play = begun(parallel('all'));
    agree(play, 'first', { fields: { note: 'A' } });
    agree(play, 'left');
    sendBack(play, 'right', 'first');
    expect(standing(play)).toEqual(['first']);
    agree(play, 'first', { fields: { note: 'A' } });
    expect(standing(play)).toEqual(['right']);
    sendBack(play, 'right', 'first');
    agree(play, 'first', { fields: { note: 'B' } });
    expect(standing(play)).toEqual(['left', 'right']);
    folds(play);
  });

  it('into conditional lanes asks in those that are walked now', () => {
    const when = (than: number) => ({ gt: [{ field: 'amount' }, { value: than }] });
    const lanes = [
      { ...lane(human('small')), when: when(1) },
      { ...lane(human('large')), when: when(9) },
    ];
    const play = begun([FIRST, { kind: 'inclusive', id: 'some', title, lanes } as FlowStep, human('last')]);
    agree(play, 'first');
    agree(play, 'small');
    sendBack(play, 'last', 'requester');
    play.do('resubmit', 'ann', { form: { ...FORM, amount: 10 } });
    agree(play, 'first');
    expect(standing(play)).toEqual(['large', 'small']);
    folds(play);
  });
});

describe('a return of only what changed, where several sign', () => {
  const people = ['al', 'bea', 'cy'].map((person) => ({ assignee: { by: 'person', person } }));
  const { assignee: _nobody, ...sign } = human('sign', {
    kind: 'countersign',
    people,
    rule: { by: 'number', of: 2 },
    abstention: 'lowers',
  }) as FlowStep & {
    assignee?: object;
  };
  const SIGN = sign as FlowStep;
  const asked = (play: Play): string[] => openSeats(recordOf(play.context, 'sign')).map(([, { person }]) => person);

  function signing(): Play {
    const play = new Play(definitionOf([FIRST, SIGN, human('last')]));
    play.resolver = (_at, step) => ({
      kind: 'seats',
      ...(step === 'sign' ? { people: ['al', 'bea', 'cy'], groups: [0, 1, 2] } : { people: [step] }),
    });
    play.do('submit', 'ann', { form: FORM });
    agree(play, 'first', { fields: { note: 'A' } });
    return play;
  }

  it('keeps words about the same, and asks the others and whoever sent it back', () => {
    const play = signing();
    expect(play.do('approve', 'al', { step: 'sign' })).toBeNull();
    expect(play.do('return', 'bea', { step: 'sign', to: 'first', resume: 'only-changed', comment: 'Look.' })).toBeNull();
    agree(play, 'first', { fields: { note: 'A' } });
    expect(asked(play)).toEqual(['bea', 'cy']);
    expect(play.do('return', 'bea', { step: 'sign', to: 'first', resume: 'only-changed', comment: 'Look.' })).toBeNull();
    agree(play, 'first', { fields: { note: 'B' } });
    expect(asked(play)).toEqual(['al', 'bea', 'cy']);
    folds(play);
  });

  it('of a step that has passed asks those alone whose word was about something else', () => {
    const play = signing();
    expect(play.do('approve', 'al', { step: 'sign' })).toBeNull();
    expect(play.do('return', 'bea', { step: 'sign', to: 'requester', resume: 'straight-back', comment: 'Look.' })).toBeNull();
    play.do('resubmit', 'ann', { form: { ...FORM, reason: 'New.' } });
    // Nothing material: the first word stands, and is about the old reason.
    expect(play.do('approve', 'bea', { step: 'sign' })).toBeNull();
    sendBack(play, 'last', 'requester');
    play.do('resubmit', 'ann', { form: { ...FORM, reason: 'New.' } });
    agree(play, 'first', { fields: { note: 'A' } });
    expect(asked(play)).toEqual(['al', 'cy']);
    folds(play);
  });

  it('asks all anew where the words that stand would make it impossible, though enough people are there', () => {
    const play = signing();
    expect(play.do('abstain', 'al', { step: 'sign' })).toBeNull();
    expect(play.do('return', 'bea', { step: 'sign', to: 'first', resume: 'straight-back', comment: 'Look.' })).toBeNull();
    play.resolver = (_at, step) => ({
      kind: 'seats',
      ...(step === 'sign' ? { people: ['al', 'bea'], groups: [0, 1] } : { people: [step] }),
    });
    agree(play, 'first', { fields: { note: 'A' } });
    expect(asked(play)).toEqual(['al', 'bea']);
    folds(play);
  });
});

describe('a return of only what changed, behind a checklist', () => {
  it('keeps what was done about the same content, and asks it again about another', () => {
    const BACK = { returns: { to: ['requester'], resume: 'only-changed' as const } };
    const flow = listed().flow.map((step) => ({ ...step, ...BACK })) as Flow;
    const definition = listed({}, flow);
    const fields = [...definition.form.fields, { key: 'remark', type: 'text', label: title }];
    const play = atList(definitionSchema.parse({ ...definition, form: { fields } }));
    tick(play, 'ann', 'cables');
    tick(play, 'chen', 'goods', { count: 3 });
    expect(play.do('return', 'ann', { step: 'prepare', to: 'requester', comment: 'No.' })).toBeNull();
    expect(play.do('resubmit', 'req', { form: { opensOn: '2026-03-20', franchise: false } })).toBeNull();
    expect(play.value).toBe('prepare');
    expect(settledOf(play.context)).toEqual(['cables ann', 'goods chen']);
    expect(play.form?.['count']).toBe(3);
    expect(play.do('return', 'ann', { step: 'prepare', to: 'requester', comment: 'No.' })).toBeNull();
    expect(play.do('resubmit', 'req', { form: { opensOn: '2026-03-20', franchise: false, remark: 'New.' } })).toBeNull();
    expect(play.value).toBe('scheme');
    expect(play.do('approve', 'boss')).toBeNull();
    expect(settledOf(play.context)).toEqual([]);
    folds(play);
  });
});
