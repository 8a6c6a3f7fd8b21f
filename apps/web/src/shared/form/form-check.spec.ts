import { definitionSchema, type Definition } from '@countersign/domain';
import { checkForm, readablePart, sendablePart } from './form-check';

const label = { zh: '项', en: 'Field' };
const definition: Definition = definitionSchema.parse({
  key: 'sample',
  version: 1,
  title: label,
  area: 'finance',
  numberPrefix: 'S',
  start: { everyone: true },
  form: {
    fields: [
      {
        key: 'kind',
        type: 'choice',
        label,
        required: true,
        options: [
          { value: 'travel', label },
          { value: 'other', label },
        ],
      },
      { key: 'city', type: 'text', label, visible: { eq: [{ field: 'kind' }, { value: 'travel' }] }, required: true },
      {
        key: 'items',
        type: 'table',
        label,
        required: true,
        columns: [
          { key: 'what', type: 'text', label, required: true },
          { key: 'amount', type: 'money', label, required: true },
        ],
      },
      { key: 'total', type: 'money-sum', label, of: 'items.amount' },
      { key: 'checked', type: 'yes-no', label, filledAt: 'step' },
    ],
  },
  sentence: label,
  rowTitle: label,
  flow: [{ kind: 'review', id: 'look', title: label, assignee: { by: 'superior' } }],
});
const amount = (text: string) => ({ amount: text, currency: 'CNY' });
const keysOf = (fields: { key: string }[]) => fields.map(({ key }) => key);
const paths = (problems: { field: string }[]) => problems.map(({ field }) => field);

describe('the form while it is filled in', () => {
  it('shows the requester’s fields only, and a conditional one when its condition holds', () => {
    expect(keysOf(checkForm(definition, {}).shown)).toEqual(['kind', 'items', 'total']);
    expect(keysOf(checkForm(definition, { kind: 'travel' }).shown)).toEqual(['kind', 'city', 'items', 'total']);
  });

  it('says what is missing, hidden fields left out', () => {
    expect(paths(checkForm(definition, {}).missing)).toEqual(['kind', 'items']);
    expect(paths(checkForm(definition, { kind: 'travel', items: [{ what: 'a', amount: null }] }).missing)).toEqual([
      'city',
      'items.0.amount',
    ]);
  });

  it('takes what cannot be read as wrong, not as missing', () => {
    const check = checkForm(definition, { kind: 'other', items: [{ what: 'a', amount: amount('about 5') }] });
    expect(check.invalid).toMatchObject([{ field: 'items.0.amount', code: 'not-decimal' }]);
    expect(check.missing).toEqual([]);
  });

  it('previews only what can be read, and adds up the table', () => {
    const wire = {
      kind: 'other',
      items: [
        { what: 'a', amount: amount('5.00') },
        { what: 'b', amount: amount('7.30') },
      ],
    };
    expect(checkForm(definition, wire).values.total).toEqual({ minor: '1230', currency: 'CNY' });
    const broken = { ...wire, items: [{ what: 'a', amount: amount('x') }] };
    expect(readablePart(broken, checkForm(definition, broken))).toEqual({ kind: 'other' });
  });

  it('sends no field that a later answer hid, no sum and nothing of a step', () => {
    const wire = { kind: 'other', city: 'Suzhou', items: [], total: amount('1.00'), checked: true };
    expect(sendablePart(wire, checkForm(definition, wire))).toEqual({ kind: 'other', items: [] });
  });
});
