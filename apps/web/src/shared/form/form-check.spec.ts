import { definitionSchema, type Definition, type FormSurroundings } from '@countersign/domain';
import { checkForm, readablePart, sendablePart, type WireForm } from './form-check';

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
const around: FormSurroundings = { requesterRoles: [], params: {} };
const check = (form: Definition, wire: WireForm) => checkForm(form, wire, around);
const amount = (text: string) => ({ amount: text, currency: 'CNY' });
const keysOf = (fields: { key: string }[]) => fields.map(({ key }) => key);
const paths = (problems: { field: string }[]) => problems.map(({ field }) => field);

describe('the form while it is filled in', () => {
  it('shows the requester’s fields only, and a conditional one when its condition holds', () => {
    expect(keysOf(check(definition, {}).shown)).toEqual(['kind', 'items', 'total']);
    expect(keysOf(check(definition, { kind: 'travel' }).shown)).toEqual(['kind', 'city', 'items', 'total']);
  });

  it('says what is missing, hidden fields left out', () => {
    expect(paths(check(definition, {}).missing)).toEqual(['kind', 'items']);
    expect(paths(check(definition, { kind: 'travel', items: [{ what: 'a', amount: null }] }).missing)).toEqual(['city', 'items.0.amount']);
  });

  it('adds rows up anew: a sum that the server told is that of rows which have changed since', () => {
    const changed = check(definition, { kind: 'other', items: [{ what: 'a', amount: amount('480.00') }], total: amount('450.00') });
    expect([paths(changed.invalid), changed.values['total']]).toEqual([[], { minor: '48000', currency: 'CNY' }]);
  });

  it('goes by the roles and parameters that the server says', () => {
    const [kind] = definition.form.fields;
    const licence = { key: 'licence', type: 'text', label, required: { requesterHasRole: 'buyer' } };
    const project = { key: 'project', type: 'text', label, visible: { eq: [{ param: 'projects' }, { value: true }] } };
    const form = definitionSchema.parse({
      ...definition,
      parameters: [{ key: 'projects', title: label, default: false }],
      form: { fields: [kind, licence, project] },
    });
    const wire = { kind: 'other', project: 'P-1' };
    const plain = check(form, wire);
    expect([keysOf(plain.shown), [...plain.required], paths(plain.missing)]).toEqual([['kind', 'licence'], ['kind'], []]);
    expect([sendablePart(wire, plain), plain.values]).toEqual([{ kind: 'other' }, { kind: 'other' }]);
    const asked = checkForm(form, wire, { requesterRoles: ['buyer'], params: { projects: true } });
    expect([keysOf(asked.shown), [...asked.required], paths(asked.missing)]).toEqual([
      ['kind', 'licence', 'project'],
      ['kind', 'licence'],
      ['licence'],
    ]);
    expect([sendablePart(wire, asked), asked.values]).toEqual([wire, wire]);
  });

  it('takes what cannot be read as wrong, not as missing', () => {
    const found = check(definition, { kind: 'other', items: [{ what: 'a', amount: amount('about 5') }] });
    expect(found.invalid).toMatchObject([{ field: 'items.0.amount', code: 'not-decimal' }]);
    expect(found.missing).toEqual([]);
  });

  it('says what is missing beside and below a cell that cannot be read, all at once', () => {
    const found = check(definition, { kind: 'other', items: [{ what: '', amount: amount('1.2.3') }, { what: 'b' }] });
    expect(paths(found.invalid)).toEqual(['items.0.amount']);
    expect(paths(found.missing)).toEqual(['items.0.what', 'items.1.amount']);
    expect(paths(check(definition, { kind: 'other', items: [{ amount: amount('x') }] }).missing)).toEqual(['items.0.what']);
  });

  it('previews only what can be read, and adds up the table', () => {
    const wire = {
      kind: 'other',
      items: [
        { what: 'a', amount: amount('5.00') },
        { what: 'b', amount: amount('7.30') },
      ],
    };
    expect(check(definition, wire).values.total).toEqual({ minor: '1230', currency: 'CNY' });
    const broken = { ...wire, items: [{ what: 'a', amount: amount('x') }] };
    expect(readablePart(broken, check(definition, broken))).toEqual({ kind: 'other', items: [{ what: 'a' }] });
  });

  it('sends no field that a later answer hid, no sum and nothing of a step', () => {
    const wire = { kind: 'other', city: 'Suzhou', items: [], total: amount('1.00'), checked: true };
    expect(sendablePart(wire, check(definition, wire))).toEqual({ kind: 'other', items: [] });
  });
});
