import { definitionSchema, type DefinitionInput } from '../definition/definition.schema';
import { verify } from '../verify/verify';
import { EXPENSE } from '../rehearsal/expense.fixture';
import { Play } from '../rehearsal/play.fixture';
import { formOf } from '../rehearsal/staffed.fixture';
import { refusalText } from '../sentences/refusals/refusal-text';

const title = { zh: '步骤', en: 'Step' };
const words = { zh: '金额超过上限', en: 'The amount is above what is allowed' };
const most = { key: 'most', title: { zh: '上限', en: 'The most' }, default: { money: '100', currency: 'CNY' } };
const within = { lte: [{ field: 'amount' }, { param: 'most' }] };
const check = { type: 'must-hold', params: { condition: within, words } };
const review = (more: object = {}) => ({ id: 'look', kind: 'review', title, assignee: { by: 'superior' }, ...more });

const written = (change: object) =>
  ({ ...EXPENSE, parameters: [most], submitChecks: [], flow: [review()], ...change }) as unknown as DefinitionInput;
const play = (change: object) => new Play(definitionSchema.parse(written(change))).seat('look', 'mei');
const codes = (change: object) =>
  verify(definitionSchema.parse(written(change)))
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code} ${path}`);

describe('a condition that has to hold', () => {
  it('refuses a submit for which it does not, in its own words', () => {
    const at = play({ submitChecks: [check] });
    const refused = at.do('submit', 'ann', { form: formOf(101) });
    expect(refused).toEqual({ code: 'must-hold', params: { words } });
    expect(refused && refusalText(refused)).toEqual(words);
    expect(at.do('submit', 'ann', { form: formOf(100) })).toBeNull();
  });

  it('goes by what the company has set, and after the first submit by what that found', () => {
    const at = play({ submitChecks: [check] });
    at.params = { most: { amount: '5.00', currency: 'CNY' } };
    expect(at.do('submit', 'ann', { form: formOf(6) })?.code).toBe('must-hold');
    expect(at.do('submit', 'ann', { form: formOf(5) })).toBeNull();
    at.params = {};
    at.do('return', 'mei', { to: 'requester', comment: 'again' });
    expect(at.do('resubmit', 'ann', { form: formOf(6) })?.code).toBe('must-hold');
  });

  it('refuses a yes for which it does not, and neither a return nor a no', () => {
    const at = play({ flow: [review({ kind: 'approve', checks: [check] })] });
    at.do('submit', 'ann', { form: formOf(101) });
    expect(at.do('approve', 'mei')).toEqual({ code: 'must-hold', params: { words } });
    expect(at.do('reject', 'mei', { comment: 'no' })).toBeNull();
  });

  it('looks at what the step writes itself', () => {
    const fields = [...EXPENSE.form.fields, { key: 'sum', type: 'money', label: title, filledAt: 'step' }];
    const condition = { lte: [{ field: 'sum' }, { field: 'amount' }] };
    const step = review({ fields: { write: ['sum'] }, checks: [{ type: 'must-hold', params: { condition, words } }] });
    const change = { form: { fields }, flow: [step] };
    expect(verify(definitionSchema.parse(written(change))).map(({ code }) => code)).not.toContain('read-before-written');
    const at = play(change);
    at.do('submit', 'ann', { form: formOf(10) });
    const sum = (yuan: number) => ({ fields: { sum: { amount: `${yuan}.00`, currency: 'CNY' } } });
    expect(at.do('approve', 'mei', sum(11))).toEqual({ code: 'must-hold', params: { words } });
    expect(at.do('approve', 'mei', sum(10))).toBeNull();
  });

  it('is looked over as every condition is', () => {
    const where = (condition: object, more: object = {}) => ({
      submitChecks: [{ type: 'must-hold', params: { condition, words, ...more } }],
    });
    expect(codes(where(within, { field: 'amount' }))).toEqual([]);
    expect(codes(where(within, { field: 'nothing' }))).toEqual(['unknown-field submitChecks.0.params.field']);
    expect(codes(where({ filled: { field: 'nothing' } }))).toEqual(['unknown-field submitChecks.0.params.condition']);
    expect(codes(where({ lte: [{ field: 'amount' }, { value: 3 }] }))).toEqual(['types-differ submitChecks.0.params.condition']);
    expect(codes({ submitChecks: [{ type: 'must-hold', params: { condition: within } }] })).toEqual([
      'bad-guard-params submitChecks.0.params.words',
    ]);
    expect(codes({ submitChecks: [{ type: 'holds-at-submit', params: { condition: within, words, standards: {} } }] })).toEqual([
      'unknown-guard submitChecks.0',
    ]);
  });
});
