import type { DefinitionInput } from '../../definition/definition.schema';
import { parseDefinition } from '../../definition/document/parse-definition';
import { EXPENSE } from '../../rehearsal/expense.fixture';
import { verify } from '../verify';

const label = { zh: '项', en: 'Field' };
const at = EXPENSE.form.fields.length;

/** Everything that import and publishing would say against a field, as “code place”, places counted from the field. */
function against(field: object, change: Partial<DefinitionInput> = {}): string[] {
  const read = parseDefinition({ ...EXPENSE, ...change, form: { fields: [...EXPENSE.form.fields, { key: 'extra', label, ...field }] } });
  const findings = read.ok ? verify(read.definition) : read.findings;
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code} ${path.replace(`form.fields.${at}.`, '').replace(`form.fields.${at}`, '')}`.trim());
}

const column = (of: object) => ({ type: 'table', columns: [{ key: 'cell', label, ...of }] });
const options = (...values: string[]) => values.map((value) => ({ value, label }));

describe('a field that nobody could fill in, or that would stop every request', () => {
  it.each<[string, object, string]>([
    ['a least amount that is none', { type: 'money', min: 'abc' }, 'format min'],
    ['a least amount with too many decimals', { type: 'money', min: '0.001' }, 'bad-amount min'],
    ['a least amount that no column holds', { type: 'money', min: '1000000000000000' }, 'bad-amount min'],
    ['decimals of a currency that has none', { type: 'money', min: '0.5', currency: 'JPY' }, 'bad-amount min'],
    ['the same in a column', column({ type: 'money', min: '0.001' }), 'bad-amount columns.0.min'],
    ['a currency that does not exist', { type: 'money', currency: 'ABC' }, 'unknown-currency currency'],
    ['a least number above the most', { type: 'number', min: 5, max: 3 }, 'min-above-max min'],
    ['a bound with decimals that the field has not', { type: 'number', min: 0.5 }, 'bad-bound'],
    ['a bound that is not the one written', { type: 'number', max: 9007199254740993 }, 'format max'],
    ['more files at least than at most', { type: 'files', min: 5, max: 3 }, 'min-above-max min'],
    ['more rows at least than at most', { ...column({ type: 'text' }), minRows: 5, maxRows: 3 }, 'min-above-max minRows'],
    ['a day within a range that the form has not', { type: 'date', within: 'period' }, 'unknown-field within'],
    ['a day within what is no range, in a column', column({ type: 'date', within: 'extra' }), 'unknown-field columns.0.within'],
    ['an option twice', { type: 'choice', options: options('a', 'b', 'a') }, 'duplicate-key options.2'],
    ['an option twice, spelt differently', { type: 'choice', options: options('a', 'Ａ') }, 'duplicate-key options.1'],
    ['an option twice in a column', column({ type: 'choice', options: options('a', 'a') }), 'duplicate-key columns.0.options.1'],
    ['an expected text of a yes or no', { type: 'yes-no', expected: 'yes' }, 'bad-expected expected'],
    ['an expected option that is not offered', { type: 'choice', options: options('a'), expected: 'b' }, 'bad-expected expected'],
    ['an expected number out of its bounds', { type: 'number', max: 3, expected: 4 }, 'bad-expected expected'],
    ['an expected amount that is none', { type: 'money', expected: 'much' }, 'bad-expected expected'],
    ['an expected day that does not exist', { type: 'date', expected: '2026-02-30' }, 'bad-expected expected'],
    ['an expected value of what can have none', { type: 'files', expected: 'x' }, 'bad-expected expected'],
    ['an expected text that is too long', { type: 'text', maxLength: 2, expected: 'abc' }, 'bad-expected expected'],
    ['a column that hides', column({ type: 'text', visible: { filled: { field: 'reason' } } }), 'not-for-columns columns.0.visible'],
    ['a column that a step fills in', column({ type: 'text', filledAt: 'step' }), 'not-for-columns columns.0.filledAt'],
    [
      'a condition with an amount that is none',
      { type: 'text', required: { gt: [{ field: 'amount' }, { money: '1e5', currency: 'CNY' }] } },
      'format required.gt.1.money',
    ],
  ])('finds %s', (_what, field, expected) => {
    expect(against(field)).toContain(expected);
  });

  it('finds nothing against the same fields said right', () => {
    expect(against({ type: 'money', min: '0.01' })).toEqual([]);
    expect(against({ type: 'number', min: -5, max: 5, decimals: 1, expected: 0.5 })).toEqual([]);
    expect(against({ type: 'choice', options: options('a', 'b'), expected: 'b' })).toEqual([]);
    expect(against({ type: 'money', expected: '12.50' })).toEqual([]);
    expect(against({ type: 'date', notAfter: 'today' })).toEqual([]);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('takes no name that every object has: %s', (name) => {
    const named = { type: 'text', key: name };
    expect(against(named)).toContain('format key');
    expect(against(column({ type: 'text', key: name }))).toContain('format columns.0.key');
    expect(against({ type: 'choice', options: options(name) })).toContain('format options.0.value');
    const [first, ...rest] = EXPENSE.flow as [object, ...object[]];
    const flow = (change: object) => against({ type: 'text' }, { flow: [{ ...first, ...change }, ...rest] as never });
    expect(flow({ id: name })).toContain('format flow.0.id');
    expect(flow({ assignee: { by: 'role', role: name } })).toContain('format flow.0.assignee.role');
    expect(flow({ authority: { kind: 'review', matter: name } })).toContain('format flow.0.authority.matter');
    expect(flow({ checks: [{ type: name }] })).toContain('format flow.0.checks.0.type');
    expect(against({ type: 'text' }, { parameters: [{ key: name, title: label, default: 1 }] })).toContain('format parameters.0.key');
    expect(against({ type: 'text' }, { start: { roles: [name] } })).toContain('format start.roles.0');
    expect(against({ type: 'text', ...(JSON.parse(`{ "${name}": 1 }`) as object) })).toContain('format');
  });

  it.each([
    ['too-old', { field: 'reason', days: 30 }],
    ['too-old', { field: 'amount', days: 30 }],
    ['value-taken', { field: 'items.day', register: 'r' }],
    ['value-taken', { field: 'extra', register: 'r' }],
  ])('takes no check of a field that it makes no sense of: %s %j', (type, params) => {
    expect(against({ type: 'long-text' }, { submitChecks: [{ type, params }] })).toEqual(['bad-guard-params submitChecks.0.params']);
  });

  it('names the fields of a circle in which each is shown by the other', () => {
    const found = against({ type: 'text', visible: { filled: { field: 'extra' } } });
    expect(found).toContain('visibility-circle visible');
  });

  it('says which fields are material because something depends on them', () => {
    const read = parseDefinition(EXPENSE);
    const notes = read.ok ? verify(read.definition).filter(({ code }) => code === 'material-by-use') : [];
    expect(notes).toMatchObject([
      { severity: 'note', path: 'form.fields', message: { en: expect.stringContaining('“In plan”') as string } },
    ]);
  });
});
