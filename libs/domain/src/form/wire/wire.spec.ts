import { fc } from '../../../../../test/support/seeded';
import type { Field } from '../../definition/fields/field.schema';
import { wordValueBoth } from '../../wording/word-value';
import { fieldValue } from '../field-value';
import { fieldDigests } from '../shown/step-fields';
import { sampleFile, SAMPLE } from '../sample-form.fixture';
import { formFromWire, formToWire, startFields } from './wire';
import type { Json } from '../../text/bilingual';

const fields = startFields(SAMPLE);
const read = (wire: Record<string, Json>) => formFromWire(SAMPLE, wire, { fields });
const codes = (wire: Record<string, Json>) => read(wire).invalid.map(({ field, code }) => `${field} ${code}`);
const money = (amount: string, currency = 'CNY') => ({ amount, currency });

describe('a form from the wire', () => {
  it('keeps amounts as minor units with their currency', () => {
    expect(read({ cap: money('500', 'JPY'), items: [{ matter: 'a', amount: money('12300.50') }] }).values).toEqual({
      cap: { minor: '500', currency: 'JPY' },
      items: [{ matter: 'a', amount: { minor: '1230050', currency: 'CNY' } }],
    });
  });

  it('leaves blanks out, whatever they look like', () => {
    const wire = { category: '', shop: null, dates: { from: '', to: null }, items: [], extra: [], reason: '  ', companion: null };
    expect(read(wire)).toEqual({ values: {}, invalid: [], rest: {} });
  });

  it('names several people each once, and no more than the field takes', () => {
    expect(read({ guests: ['na', ' liu ', 'na'] }).values).toEqual({ guests: ['na', 'liu'] });
    expect(read({ guests: [] })).toEqual({ values: {}, invalid: [], rest: {} });
    expect([{ guests: 'na' }, { guests: [7] }, { guests: ['a', 'b', 'c', 'd'] }].flatMap(codes)).toEqual([
      'guests wrong-type',
      'guests wrong-type',
      'guests too-many-people',
    ]);
    const content = fieldDigests(SAMPLE, ['guests'], { guests: ['na', 'liu'] });
    expect(fieldDigests(SAMPLE, ['guests'], { guests: ['liu', 'na'] })).toEqual(content);
    const guests = SAMPLE.form.fields.find(({ key }) => key === 'guests') as Field;
    const names = { people: { na: { zh: '李娜', en: 'Li Na' }, liu: { zh: '刘畅', en: 'Liu Chang' } }, units: {}, roles: {}, requests: {} };
    expect(wordValueBoth(guests, ['na', 'liu'], names)).toEqual({ zh: '李娜、刘畅', en: 'Li Na and Liu Chang' });
    expect(fieldValue(SAMPLE, { guests: ['na', 'liu'] }, 'guests#')).toBe(2);
    expect(fieldValue(SAMPLE, { guests: ['na', 'liu'] }, 'guests')).toEqual(['na', 'liu']);
  });

  it('drops empty rows at the end and keeps the numbers of the others', () => {
    const { values, invalid } = read({ items: [{ matter: 'a' }, {}, { matter: 'c', amount: 'x' }, { matter: '' }, {}] });
    expect(values).toEqual({});
    expect(invalid).toEqual([{ field: 'items.2.amount', code: 'wrong-type', params: { expected: 'money' } }]);
    expect(read({ items: [{ matter: 'a' }, {}, { matter: 'c' }, {}] }).values).toEqual({ items: [{ matter: 'a' }, {}, { matter: 'c' }] });
  });

  it('keeps aside what a table with wrong cells says otherwise, row by row', () => {
    const { values, rest } = read({ items: [{ amount: 'x' }, { matter: 'b', amount: money('1.00') }] });
    expect([values, rest]).toEqual([{}, { items: [{}, { matter: 'b', amount: { minor: '100', currency: 'CNY' } }] }]);
    expect(read({ items: 'many' }).rest).toEqual({});
  });

  it.each([
    [{ amuont: 1 }, 'amuont unknown-field'],
    [{ inPlan: true }, 'inPlan not-writable'],
    [{ memo: 5 }, 'memo wrong-type'],
    [{ days: '5' }, 'days wrong-type'],
    [{ cap: money('500') }, 'cap wrong-currency'],
    [{ cap: money('5.5', 'JPY') }, 'cap too-many-decimals'],
    [{ items: [{ amount: money('1,200') }] }, 'items.0.amount not-decimal'],
    [{ items: [{ amount: 1200 }] }, 'items.0.amount wrong-type'],
    [{ items: [{ price: 1 }] }, 'items.0.price unknown-field'],
    [{ items: 'many' }, 'items wrong-type'],
    [{ due: '2026-02-29' }, 'due not-a-date'],
    [{ due: '2026-2-2' }, 'due not-a-date'],
    [{ dates: { from: '2026-02-28', to: null } }, 'dates not-a-date'],
    [{ extra: [{ name: 'x.pdf' }] }, 'extra wrong-type'],
    // Empty, but not as the field is when it is empty.
    [{ items: { 0: {} } }, 'items wrong-type'],
    [{ items: {} }, 'items wrong-type'],
    [{ memo: [] }, 'memo wrong-type'],
    [{ memo: {} }, 'memo wrong-type'],
    [{ days: { value: null } }, 'days wrong-type'],
    [{ due: [] }, 'due not-a-date'],
    [{ companion: { id: '' } }, 'companion wrong-type'],
    [{ extra: {} }, 'extra wrong-type'],
    [{ dates: { since: '' } }, 'dates.since unknown-field'],
    [{ items: [{ matter: 'a' }, { matter: [] }] }, 'items.1.matter wrong-type'],
    [{ items: [{ matter: 'a' }, { price: null }] }, 'items.1.price unknown-field'],
    [{ items: [{ matter: 'a', amount: [] }] }, 'items.0.amount wrong-type'],
    // More than the value has.
    [{ cap: { ...money('5', 'JPY'), x: 1 } }, 'cap.x unknown-field'],
    [{ items: [{ amount: { ...money('5'), minor: '1' } }] }, 'items.0.amount.minor unknown-field'],
    [{ dates: { from: '2026-02-01', to: '2026-02-02', days: 2 } }, 'dates.days unknown-field'],
    // A sum that is not what its rows add up to.
    [{ amount: money('1.00') }, 'amount sum-differs'],
    [{ amount: money('1.00'), items: [] }, 'amount sum-differs'],
    [{ amount: money('1.00'), items: [{ amount: money('0.50') }, { amount: money('0.49') }] }, 'amount sum-differs'],
    [{ amount: money('1.00', 'USD'), items: [{ amount: money('1.00') }] }, 'amount wrong-currency'],
    [{ amount: 'much', items: [{ amount: money('1.00') }] }, 'amount wrong-type'],
  ] as [Record<string, Json>, string][])('says what is wrong with %j', (wire, problem) => {
    expect(codes(wire)).toEqual([problem]);
  });

  it('takes what a step writes only where the step may write it', () => {
    expect(formFromWire(SAMPLE, { inPlan: false, memo: 'ok' }, { fields: ['inPlan', 'memo'] })).toEqual({
      values: { inPlan: false, memo: 'ok' },
      invalid: [],
      rest: {},
    });
    expect(formFromWire(SAMPLE, { category: 'travel' }, { fields: ['inPlan'] }).invalid).toEqual([
      { field: 'category', code: 'not-writable', params: {} },
    ]);
  });

  it('takes out what would turn the direction of reading behind a text', () => {
    expect(read({ reason: ' paper\u202e ', memo: '\u2066a\u2069' }).values).toMatchObject({ reason: 'paper', memo: 'a' });
  });

  it('refuses texts that could not be stored, and trims the others', () => {
    expect(
      codes({ memo: 'a\u0000b', reason: 'half \ud83d', items: [{ matter: '\u0000' }], extra: [{ ...sampleFile('x'), name: 'a\u0000' }] }),
    ).toEqual(['memo unstorable-text', 'reason unstorable-text', 'items.0.matter unstorable-text', 'extra wrong-type']);
    expect(read({ items: [{ invoice: ' F1 ' }] }).values).toEqual({ items: [{ invoice: 'F1' }] });
  });

  it('takes a sum that is what its rows add up to, and computes it itself', () => {
    const items: Json = [{ amount: money('0.50') }, { matter: 'b' }, { amount: money('0.5') }];
    const { values, invalid } = read({ items, amount: money('1.00') });
    expect([Object.keys(values), invalid]).toEqual([['items'], []]);
    expect(codes({ items, amount: null })).toEqual([]);
    expect(codes({ amount: money('1.00'), items: [{ amount: 'x' }] })).toEqual(['items.0.amount wrong-type']);
  });

  it('takes a sum from a step only with the rows that the step writes', () => {
    const step = (fields: string[], wire: Record<string, Json>) =>
      formFromWire(SAMPLE, wire, { fields }).invalid.map(({ field, code }) => `${field} ${code}`);
    expect(step(['memo'], { amount: money('1.00') })).toEqual(['amount not-writable']);
    expect(step(['items'], { amount: money('1.00') })).toEqual(['amount sum-differs']);
    expect(step(['items'], { amount: money('1.00'), items: [{ amount: money('1') }] })).toEqual([]);
  });

  it('comes back from the wire as it went', () => {
    const row = fc.record({
      matter: fc.stringMatching(/^[a-z]{1,9}$/),
      amount: fc.bigInt({ min: 0n, max: 10n ** 12n }).map((minor) => ({ minor: minor.toString(), currency: 'CNY' })),
    });
    const form = fc.record({
      category: fc.constantFrom('travel', 'display'),
      dates: fc.constant({ from: '2026-10-28', to: '2026-11-06' }),
      items: fc.array(row, { minLength: 1, maxLength: 4 }),
      extra: fc.constant([sampleFile('a.pdf')]),
      days: fc.double({ min: 0, max: 30, noNaN: true }),
    });
    fc.assert(
      fc.property(form, (values) => {
        const json = JSON.parse(JSON.stringify(values)) as Record<string, Json>;
        expect(read(formToWire(SAMPLE, json))).toEqual({ values: json, invalid: [], rest: {} });
      }),
    );
  });
});
