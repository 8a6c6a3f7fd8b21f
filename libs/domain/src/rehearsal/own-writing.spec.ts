import { parseDefinition } from '../definition/document/parse-definition';
import { verify } from '../verify/verify';
import { expense, grant } from './expense.fixture';
import { Play } from './play.fixture';
import { at, yuan } from './staffed.fixture';

const title = { zh: '节点', en: 'Step' };
const FIELDS = [
  { key: 'what', label: title, type: 'text', required: true },
  { key: 'sum', label: title, type: 'money', filledAt: 'step' },
  { key: 'planned', label: title, type: 'yes-no', filledAt: 'step' },
  { key: 'odd', label: title, type: 'yes-no', filledAt: 'step' },
] as const;
const yes = (field: string) => ({ eq: [{ field }, { value: true }] as [{ field: string }, { value: boolean }] });

const statusOf = (play: Play, step: string) => play.context.steps[step]?.status;

/** Whoever approves may change what their own limit, the side of the plan and the demand for a comment are measured by. */
const definition = expense({
  form: { fields: [...FIELDS] },
  facts: ['what'],
  amount: undefined,
  beneficiary: undefined,
  sentence: title,
  rowTitle: title,
  submitChecks: [],
  flow: [
    { id: 'fill', title, kind: 'work', assignee: { by: 'role', role: 'checker' }, fields: { write: ['sum', 'planned'] } },
    {
      id: 'one',
      title,
      kind: 'approve',
      assignee: { by: 'role', role: 'lead' },
      authority: { kind: 'approve-within-limit', matter: 'expense', amount: 'sum', inPlan: yes('planned') },
      commentRequired: yes('odd'),
      fields: { write: ['sum', 'planned', 'odd'] },
    },
  ],
});

/** Bo may approve up to ¥1,000 of what is in plan; 900 in plan wait for him. */
function waiting(): Play {
  const play = new Play(definition).seat('fill', 'chen').seat('one', 'bo');
  play.actors = { bo: { grants: [grant('bo', '100000', { plan: 'in' })] } };
  play.do('submit', 'ann', { form: { what: 'Chairs' } });
  play.do('approve', 'chen', { fields: { sum: { amount: '900.00', currency: 'CNY' }, planned: true } });
  expect(play.context.fields['sum']).toEqual(yuan(900));
  return play;
}

describe('what a step writes itself', () => {
  it.each([
    ['blank', null],
    ['empty text', ''],
    ['invisible text', '\u200b'],
    ['list without entries', []],
  ])('takes nothing away that others have filled in, sent as a %s', (_what, blank) => {
    for (const step of ['review', 'approve'] as const) {
      const play = at(step);
      const [form, before] = [play.form, play.request];
      for (const key of ['reason', 'items', 'friend', 'receipt'])
        expect(play.do('approve', step === 'review' ? 'mei' : 'bo', { fields: { [key]: blank } })).toEqual({
          code: 'invalid-field',
          params: expect.objectContaining({ fields: [key] }),
        });
      expect([play.form, play.request]).toEqual([form, before]);
      // A sum is computed, whatever is sent.
      expect(play.do('approve', step === 'review' ? 'mei' : 'bo', { fields: { amount: null } })).toBeNull();
      expect(play.form).toEqual(form);
    }
  });

  it('is what its decider’s limit is measured by', () => {
    const play = waiting();
    const before = play.request;
    const over = { sum: { amount: '90000.00', currency: 'CNY' } };
    expect(play.do('approve', 'bo', { fields: over })).toMatchObject({ code: 'over-limit', params: { amount: yuan(90_000) } });
    expect(play.do('approve', 'bo', { fields: { sum: null } })).toMatchObject({ code: 'over-limit', params: { amount: null } });
    expect(play.request).toBe(before);
    expect(play.do('approve', 'bo', { fields: { sum: { amount: '1000.00', currency: 'CNY' } } })).toBeNull();
    expect(play.value).toBe('approved');
  });

  it('is what tells whether it is in plan', () => {
    const play = waiting();
    expect(play.do('approve', 'bo', { fields: { planned: false } })).toMatchObject({ code: 'no-authority', params: { plan: 'over' } });
    expect(play.do('approve', 'bo', { fields: { planned: true } })).toBeNull();
  });

  it('is what demands a comment', () => {
    const play = waiting();
    expect(play.do('approve', 'bo', { fields: { odd: true } })).toMatchObject({ code: 'comment-required' });
    expect(play.do('approve', 'bo', { fields: { odd: true }, comment: 'Seen.' })).toBeNull();
  });
});

describe('a step that hides what its own decider is measured by', () => {
  const finding = (change: object, key = 'one') => {
    const flow = definition.flow.map((step) => (step.id === key ? { ...step, ...change } : step));
    const parsed = parseDefinition({ ...definition, flow });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed));
    return verify(parsed.definition)
      .filter(({ code }) => code === 'hidden-but-measured')
      .map(({ path }) => path);
  };
  const hiding = (...hidden: string[]) => ({ fields: { write: [], required: [], hidden } });

  it('cannot be published: amount, side of the plan, demand for a comment, checks', () => {
    expect(finding({})).toEqual([]);
    expect(finding(hiding('sum'))).toEqual(['flow.1.fields.hidden']);
    expect(finding(hiding('planned'))).toEqual(['flow.1.fields.hidden']);
    expect(finding(hiding('odd'))).toEqual(['flow.1.fields.hidden']);
    expect(finding({ ...hiding('what'), checks: [{ type: 'too-old', params: { field: 'what', days: 3 } }] })).toEqual([
      'flow.1.fields.hidden',
    ]);
    expect(finding(hiding('what'))).toEqual([]);
  });

  it('nor what a yes is said to: the amount of the request, the table that it is the sum of, and whom it benefits', () => {
    const step = { ...definition.flow[1], authority: undefined, commentRequired: false, fields: { hidden: ['other', 'lines', 'for'] } };
    const more = [
      { key: 'other', type: 'money-sum', label: title, of: 'lines.each' },
      { key: 'lines', type: 'table', label: title, columns: [{ key: 'each', type: 'money', label: title }] },
      { key: 'for', type: 'person', label: title },
    ];
    const form = { fields: [...definition.form.fields, ...more] };
    const codes = (change: object, kind: string) => {
      const flow = definition.flow.map((each, index) => (index === 1 ? { ...step, kind } : each));
      const parsed = parseDefinition({ ...definition, form, flow, ...change });
      if (!parsed.ok) throw new Error(JSON.stringify(parsed));
      const found = verify(parsed.definition).filter(({ code }) => code === 'hidden-but-measured');
      return found.flatMap(({ message }) => /“(\w+)”/.exec(message.en)?.[1] ?? []);
    };
    expect(codes({ amount: 'other', beneficiary: 'for' }, 'approve').sort()).toEqual(['for', 'lines', 'other']);
    expect(codes({ amount: 'other', beneficiary: 'for' }, 'review')).toEqual([]);
  });
});

describe('a step whose condition hangs on what it writes itself', () => {
  /** `check` is asked while `planned` is not yes, and says whether it is; `large` is asked of what is over plan. */
  const flow = (more: object = {}) =>
    expense({
      form: { fields: [...FIELDS] },
      facts: ['what'],
      amount: undefined,
      beneficiary: undefined,
      sentence: title,
      rowTitle: title,
      submitChecks: [],
      flow: [
        { id: 'large', title, kind: 'review', assignee: { by: 'role', role: 'lead' }, when: { eq: [{ field: 'odd' }, { value: true }] } },
        { id: 'fill', title, kind: 'work', assignee: { by: 'role', role: 'checker' }, fields: { write: ['sum'] } },
        {
          ...{ id: 'check', title, kind: 'review', assignee: { by: 'role', role: 'checker' }, fields: { write: ['planned', 'odd'] } },
          ...{ when: { not: yes('planned') }, returns: { to: ['fill'] } },
          ...more,
        },
        { id: 'last', title, kind: 'review', assignee: { by: 'role', role: 'gm' }, returns: { to: ['fill', 'check'] } },
      ],
    });
  const checked = (fields: object, more: object = {}): Play => {
    const play = new Play(flow(more)).seat('large', 'bo').seat('fill', 'eva').seat('check', 'chen').seat('last', 'dora');
    play.do('submit', 'ann', { form: { what: 'Chairs' } });
    play.do('approve', 'eva', { fields: { sum: { amount: '1.00', currency: 'CNY' } } });
    expect(play.do('approve', 'chen', { fields: fields as never })).toBeNull();
    return play;
  };

  it('keeps its decision', () => {
    const play = checked({ planned: true });
    expect([statusOf(play, 'check'), statusOf(play, 'last')]).toEqual(['passed', 'open']);
    play.do('approve', 'dora');
    expect(play.value).toBe('approved');
  });

  it('keeps it when somebody before it is asked anew by what it writes for the first time', () => {
    const play = checked({ planned: true, odd: true });
    expect([statusOf(play, 'large'), statusOf(play, 'check'), statusOf(play, 'last')]).toEqual(['open', 'passed', undefined]);
    play.do('approve', 'bo');
    expect([statusOf(play, 'check'), statusOf(play, 'last')]).toEqual(['passed', 'open']);
  });

  it('is asked again where the request is returned to it, though what it wrote says no', () => {
    const play = checked({ planned: true });
    play.do('return', 'dora', { to: 'check', comment: 'again' });
    expect(statusOf(play, 'check')).toBe('open');
    play.do('approve', 'chen', { fields: { planned: false } });
    expect([statusOf(play, 'check'), statusOf(play, 'last')]).toEqual(['passed', 'open']);
  });

  it('is asked again where an earlier step is, and looked at as for the first time where the form is asked anew', () => {
    const play = checked({ planned: true });
    play.do('return', 'dora', { to: 'fill', comment: 'again' });
    play.do('approve', 'eva', { fields: { sum: { amount: '2.00', currency: 'CNY' } } });
    expect(statusOf(play, 'check')).toBe('open');
  });

  it('goes by the other parts of its condition all the same', () => {
    const when = { all: [{ not: yes('planned') }, { lt: [{ field: 'sum' }, { money: '5', currency: 'CNY' }] }] };
    const play = checked({ planned: true }, { when });
    expect([statusOf(play, 'check'), statusOf(play, 'last')]).toEqual(['passed', 'open']);
    play.do('return', 'dora', { to: 'fill', comment: 'again' });
    play.do('approve', 'eva', { fields: { sum: { amount: '9.00', currency: 'CNY' } } });
    expect([statusOf(play, 'check'), statusOf(play, 'last')]).toEqual(['skipped', 'open']);
  });
});

describe('what is written where nothing stood', () => {
  it('opens a step before it whose condition asks for it, and asks whoever had been shown the blank', () => {
    const play = new Play(
      expense({
        form: { fields: [...FIELDS] },
        ...{ facts: ['what'], amount: undefined, beneficiary: undefined, sentence: title, rowTitle: title, submitChecks: [] },
        flow: [
          { id: 'fill', title, kind: 'work', assignee: { by: 'role', role: 'checker' }, fields: { write: ['sum'] } },
          {
            ...{ id: 'big', title, kind: 'review', assignee: { by: 'role', role: 'lead' } },
            when: { gt: [{ field: 'sum' }, { money: '1000', currency: 'CNY' }] },
          },
          { id: 'look', title, kind: 'review', assignee: { by: 'role', role: 'lead' } },
          { id: 'refill', title, kind: 'work', assignee: { by: 'role', role: 'checker' }, fields: { write: ['sum'] } },
          { id: 'end', title, kind: 'review', assignee: { by: 'role', role: 'gm' } },
        ],
      }),
    );
    for (const [step, person] of Object.entries({ fill: 'eva', big: 'bo', look: 'finn', refill: 'eva', end: 'dora' }))
      play.seat(step, person);
    play.do('submit', 'ann', { form: { what: 'Chairs' } });
    play.do('approve', 'eva');
    play.do('approve', 'finn');
    expect([statusOf(play, 'big'), statusOf(play, 'look'), statusOf(play, 'refill')]).toEqual(['skipped', 'passed', 'open']);
    play.do('approve', 'eva', { fields: { sum: { amount: '90000.00', currency: 'CNY' } } });
    expect([statusOf(play, 'big'), statusOf(play, 'end')]).toEqual(['open', undefined]);
    play.do('approve', 'bo');
    expect([statusOf(play, 'look'), statusOf(play, 'refill'), statusOf(play, 'end')]).toEqual(['open', 'passed', undefined]);
  });
});
