import { parseDefinition } from '../definition/parse-definition';
import { verify } from '../verify/verify';
import { expense, grant } from './expense.fixture';
import { Play } from './play.fixture';
import { yuan } from './staffed.fixture';

const title = { zh: '节点', en: 'Step' };
const FIELDS = [
  { key: 'what', label: title, type: 'text', required: true },
  { key: 'sum', label: title, type: 'money', filledAt: 'step' },
  { key: 'planned', label: title, type: 'yes-no', filledAt: 'step' },
  { key: 'odd', label: title, type: 'yes-no', filledAt: 'step' },
] as const;
const yes = (field: string) => ({ eq: [{ field }, { value: true }] as [{ field: string }, { value: boolean }] });

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
