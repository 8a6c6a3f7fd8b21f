import { computeForm } from '../compute';
import { routingValues } from '../routing-values';
import { NOTHING_AROUND, SAMPLE, sampleFile } from '../sample-form.fixture';
import { validateForm } from './validate';
import type { FormValues } from '../../request/request-state';

const cny = (minor: string) => ({ minor, currency: 'CNY' });
const row = { matter: '橱窗', scan: [sampleFile('a')], amount: cny('90000') };
const complete: FormValues = { category: 'display', shop: 'u1', dates: { from: '2026-10-28', to: '2026-11-06' }, items: [row] };
const found = (change: FormValues, step: string | null = null) => {
  const { missing, invalid } = validateForm(SAMPLE, { ...complete, ...change }, { step, ...NOTHING_AROUND });
  return [...missing, ...invalid].map(({ field, code }) => `${field} ${code}`);
};

describe('a form that is looked over', () => {
  it('is fine when everything that is asked is there', () => {
    expect(found({})).toEqual([]);
  });

  it('names everything that is missing, cells of tables included', () => {
    expect(validateForm(SAMPLE, {}, { step: null, ...NOTHING_AROUND }).missing.map((problem) => problem.field)).toEqual([
      'category',
      'shop',
      'dates',
      'items',
    ]);
    expect(found({ items: [row, { invoice: 'F1' }] })).toEqual([
      'items.1.matter required',
      'items.1.scan required',
      'items.1.amount required',
    ]);
  });

  it('asks for a field where its condition holds, on sums too', () => {
    expect(found({ items: [{ ...row, amount: cny('100001') }] })).toEqual(['reason required']);
    expect(found({ items: [{ ...row, amount: cny('100000') }] })).toEqual([]);
  });

  it('does not ask for what the requester does not fill in', () => {
    expect(found({ inPlan: null })).toEqual([]);
  });

  it('asks a step for the fields that it must write, and for nothing else', () => {
    expect(validateForm(SAMPLE, {}, { step: 'check', ...NOTHING_AROUND })).toEqual({
      missing: [{ field: 'inPlan', code: 'required', params: { type: 'yes-no' } }],
      invalid: [],
      hidden: [],
    });
    expect(found({ inPlan: false, memo: 'far too long' }, 'check')).toEqual(['memo too-long']);
    expect(() => validateForm(SAMPLE, {}, { step: 'nowhere', ...NOTHING_AROUND })).toThrow('Expected “sample” to have a step “nowhere”');
  });

  it.each([
    [{ category: 'other' }, 'category not-an-option'],
    [{ memo: '123456' }, 'memo too-long'],
    [{ category: 'travel', days: 0.5 }, 'days below-min'],
    [{ category: 'travel', days: 31 }, 'days above-max'],
    [{ category: 'travel', days: 1.25 }, 'days too-many-decimals'],
    [{ dates: { from: '2026-11-06', to: '2026-10-28' } }, 'dates range-reversed'],
    [{ extra: [sampleFile('a'), sampleFile('b'), sampleFile('c')] }, 'extra too-many-files'],
    [{ items: [{ ...row, amount: cny('0') }] }, 'items.0.amount below-min'],
    [{ cap: { minor: '-1', currency: 'JPY' } }, 'cap below-min'],
    [{ items: Array.from({ length: 101 }, () => ({ ...row, amount: cny('1') })) }, 'items too-many-rows'],
  ] as [FormValues, string][])('refuses %j', (change, problem) => {
    expect(found(change)).toEqual([problem]);
  });

  it('passes over hidden fields', () => {
    expect(found({ category: 'display', days: 99 })).toEqual([]);
  });
});

describe('a computed form', () => {
  it('adds sums up and blanks hidden fields', () => {
    const computed = computeForm(SAMPLE, { ...complete, days: 3, amount: cny('1'), items: [row, row] }, NOTHING_AROUND);
    expect(computed.amount).toEqual(cny('180000'));
    expect(computed).not.toHaveProperty('days');
  });

  it('has no sum where nothing is added', () => {
    expect(computeForm(SAMPLE, { amount: cny('5') }, NOTHING_AROUND)).toEqual({});
  });

  it('hides what hangs on a hidden field', () => {
    const chained = {
      ...SAMPLE,
      form: {
        fields: SAMPLE.form.fields.map((field) => (field.key === 'memo' ? { ...field, visible: { filled: { field: 'days' } } } : field)),
      },
    };
    expect(computeForm(chained, { category: 'travel', days: 2, memo: 'x' }, NOTHING_AROUND)).toEqual({
      category: 'travel',
      days: 2,
      memo: 'x',
    });
    expect(computeForm(chained, { category: 'display', days: 2, memo: 'x' }, NOTHING_AROUND)).toEqual({ category: 'display' });
  });

  it('is the same when computed twice', () => {
    const once = computeForm(SAMPLE, complete, NOTHING_AROUND);
    expect(computeForm(SAMPLE, once, NOTHING_AROUND)).toEqual(once);
  });

  it('gives routing values for exactly the paths that are asked for', () => {
    const process = { definition: SAMPLE, routing: ['amount', 'items#', 'items.invoice', 'days', 'inPlan'] };
    expect(routingValues(process, { ...complete, days: 4 }, NOTHING_AROUND)).toEqual({
      amount: cny('90000'),
      'items#': 1,
      'items.invoice': null,
      days: null,
      inPlan: null,
    });
  });
});
