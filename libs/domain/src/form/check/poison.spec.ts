import { definitionSchema, type Definition, type DefinitionInput } from '../../definition/definition.schema';
import type { Json } from '../../text/bilingual';
import { isBlank } from '../blank';
import { NOTHING_AROUND, SAMPLE, sampleFile } from '../sample-form.fixture';
import { validateForm } from './validate';
import { formFromWire, startFields } from '../wire/wire';
import type { FormSurroundings } from '../form-condition';

type Wire = Record<string, Json>;
const label = { zh: '项', en: 'Field' };

/** What the API would answer for a form: what cannot be read, then what is wrong with what was read. */
function problemsOf(wire: Wire, definition: Definition = SAMPLE, around: FormSurroundings = NOTHING_AROUND): string[] {
  const { values, invalid } = formFromWire(definition, wire, { fields: startFields(definition) });
  const found = validateForm(definition, values, { step: null, ...around });
  return [...invalid, ...found.invalid].map(({ field, code }) => `${field} ${code}`);
}

const formOf = (...fields: DefinitionInput['form']['fields']): Definition =>
  definitionSchema.parse({ ...SAMPLE, amount: undefined, form: { fields } });
const rows = (count: number, row: Wire): Wire => ({ items: Array.from({ length: count }, () => row) });
const most = { amount: '999999999999999.99', currency: 'CNY' };

describe('values that would pass a form and stop its request later', () => {
  it.each([['0026-11-28'], ['0001-01-01'], ['1899-12-31'], ['2200-01-01'], ['9999-12-31']])(
    'refuses the day %s, in a field, a range and a cell',
    (day) => {
      expect(problemsOf({ due: day })).toEqual(['due date-out-of-range']);
      expect(problemsOf({ dates: { from: day, to: '2199-12-31' } })).toContain('dates date-out-of-range');
      expect(problemsOf({ dates: { from: '1900-01-01', to: day } })).toContain('dates date-out-of-range');
      expect(problemsOf({ items: [{ day }] })).toEqual(['items.0.day date-out-of-range']);
    },
  );

  it.each(['2026-02-30', '2026-02-29', '2026-13-01', '2026-00-10', '0000-01-01', '2026-11-28T00:00', '２０２６-11-28', '+02026-11-28'])(
    'knows that %s is no day',
    (day) => expect(problemsOf({ due: day })).toEqual(['due not-a-date']),
  );

  it('takes the days at both ends', () => {
    expect(problemsOf({ dates: { from: '1900-01-01', to: '2199-12-31' } })).toEqual([]);
  });

  it('refuses sums that no column of money can hold, at the table that is added up', () => {
    expect(problemsOf(rows(1, { amount: most }))).toEqual([]);
    expect(problemsOf(rows(2, { amount: most }))).toEqual(['items sum-too-large']);
    expect(problemsOf(rows(100, { amount: most }))).toEqual(['items sum-too-large']);
  });

  it('refuses sums of numbers that would not be exact', () => {
    expect(problemsOf(rows(1, { pieces: 900_719_925_474_099 }))).toEqual([]);
    expect(problemsOf(rows(2, { pieces: 900_719_925_474_099 }))).toEqual(['items sum-too-large']);
    expect(problemsOf(rows(3, { pieces: -600_000_000_000_000 }))).toEqual(['items sum-too-large']);
  });

  it('refuses sums of a table that a step fills in', () => {
    const table = {
      ...(SAMPLE.form.fields.find(({ key }) => key === 'items') as Definition['form']['fields'][number]),
      filledAt: 'step' as const,
    };
    const [step] = SAMPLE.flow;
    const definition = { ...formOf(table), flow: [{ ...step, fields: { write: ['items'], required: [], hidden: [] } }] } as Definition;
    const { values } = formFromWire(definition, rows(2, { amount: most }), { fields: ['items'] });
    expect(validateForm(definition, values, { step: 'check', ...NOTHING_AROUND }).invalid).toMatchObject([
      { field: 'items', code: 'sum-too-large' },
    ]);
  });

  it('refuses whole numbers that have changed on the way', () => {
    const definition = formOf({ key: 'pieces', type: 'number', label }, { key: 'rate', type: 'number', label, decimals: 6 });
    const read = (json: string) => problemsOf(JSON.parse(json) as Wire, definition);
    expect(read('{ "pieces": 9007199254740991 }')).toEqual([]);
    expect(read('{ "pieces": 9007199254740993 }')).toEqual(['pieces too-large']);
    expect(read('{ "pieces": -9007199254740993 }')).toEqual(['pieces too-large']);
    expect(read('{ "pieces": 1e300 }')).toEqual(['pieces too-large']);
    expect(read('{ "pieces": 1e999 }')).toEqual(['pieces wrong-type']);
    expect(read('{ "rate": 9007199254.740990 }')).toEqual([]);
    expect(read('{ "rate": 90071992547.409911 }')).toEqual(['rate too-large']);
  });

  it('refuses texts that cannot be stored, as what they are', () => {
    expect(
      problemsOf({ memo: 'a\u0000', category: '\ud800', items: [{ matter: '\udfff' }], extra: [{ ...sampleFile('a'), name: '\u0000' }] }),
    ).toEqual(
      ['category unstorable-text', 'memo unstorable-text', 'items.0.matter unstorable-text', 'extra wrong-type'].toSorted(
        (left, right) => order(left) - order(right),
      ),
    );
  });

  it('takes nothing for a value of which nobody sees anything', () => {
    expect(['\u200b', ' \u3000\u2060', '\u3164\ufe0f'].map(isBlank)).toEqual([true, true, true]);
  });

  it('reads what is nested without end, or is far too many, without reading it all', () => {
    let deep: Json = 'x';
    for (let depth = 0; depth < 20_000; depth += 1) deep = depth % 2 ? [deep] : { a: deep };
    const started = process.cpuUsage().user;
    expect(problemsOf({ memo: deep, dates: deep, extra: deep, items: [{ matter: deep }], cap: deep })).toEqual([
      'memo wrong-type',
      'dates not-a-date',
      'extra wrong-type',
      'items.0.matter wrong-type',
      'cap wrong-type',
    ]);
    expect(problemsOf({ items: Array.from({ length: 1_000_000 }, () => ({ nothing: 1 })) })).toEqual(['items too-many-rows']);
    expect(problemsOf({ extra: Array.from({ length: 1_000_000 }, () => 1) })).toEqual(['extra too-many-files']);
    expect(problemsOf(Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`k${index}`, index]))).length).toBeLessThan(101);
    const [unknown] = formFromWire(SAMPLE, { ['k'.repeat(1_000_000)]: 1 }, { fields: [] }).invalid;
    expect(unknown?.field.length).toBeLessThan(80);
    expect(problemsOf({ reason: ' '.repeat(5_000_000) + 'x' })).toEqual(['reason too-long']);
    expect(process.cpuUsage().user - started).toBeLessThan(10_000_000);
  });

  it('keeps to the days that a field is meant for', () => {
    const definition = formOf(
      { key: 'spent', type: 'date', label, notAfter: 'today' },
      { key: 'dates', type: 'date-range', label, notAfter: 'today' },
      { key: 'wanted', type: 'date', label, notBefore: 'today' },
      { key: 'items', type: 'table', label, columns: [{ key: 'day', type: 'date', label, notAfter: 'today' }] },
    );
    const around = { ...NOTHING_AROUND, today: '2026-11-28' };
    const today = {
      spent: '2026-11-28',
      dates: { from: '2026-11-01', to: '2026-11-28' },
      wanted: '2026-11-28',
      items: [{ day: '2026-11-28' }],
    };
    expect(problemsOf(today, definition, around)).toEqual([]);
    const off = {
      spent: '2026-11-29',
      dates: { from: '2026-11-01', to: '2026-11-29' },
      wanted: '2026-11-27',
      items: [{ day: '2027-01-01' }],
    };
    expect(problemsOf(off, definition, around)).toEqual([
      'spent after-today',
      'dates after-today',
      'wanted before-today',
      'items.0.day after-today',
    ]);
    // Where nobody says which day it is, nothing is judged by it.
    expect(problemsOf(off, definition)).toEqual([]);
  });
});

describe('days that belong to a range of the form', () => {
  const definition = formOf(
    { key: 'dates', type: 'date-range', label, visible: { filled: { field: 'other' } } },
    { key: 'other', type: 'text', label },
    { key: 'best', type: 'date', label, within: 'dates' },
    { key: 'items', type: 'table', label, columns: [{ key: 'day', type: 'date', label, within: 'dates' }] },
  );
  const off = { best: '2026-11-01', items: [{ day: '2026-11-12' }, { day: '2026-09-01' }, { day: '2026-11-13' }] };

  it('lie in it, both ends included, in the form and in its tables', () => {
    const dates = { from: '2026-11-10', to: '2026-11-12' };
    expect(problemsOf({ other: 'x', dates, ...off }, definition)).toEqual([
      'best outside-range',
      'items.1.day outside-range',
      'items.2.day outside-range',
    ]);
    expect(problemsOf({ other: 'x', dates, best: '2026-11-10', items: [{ day: '2026-11-12' }] }, definition)).toEqual([]);
  });

  it('are not judged by a range that ends before it begins: that is the one fault', () => {
    const dates = { from: '2026-11-12', to: '2026-11-10' };
    const problems = problemsOf({ other: 'x', dates, ...off }, definition);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^dates /);
  });

  it('are not judged by a range that says nothing, or that is not shown', () => {
    expect(problemsOf({ other: 'x', ...off }, definition)).toEqual([]);
    expect(problemsOf({ dates: { from: '2026-11-10', to: '2026-11-12' }, ...off }, definition)).toEqual([]);
  });
});

const order = (problem: string): number => ['memo', 'category', 'items.0.matter', 'extra'].indexOf(problem.split(' ')[0] ?? '');

describe('fields named like what every object has', () => {
  const old = (...keys: string[]): Definition =>
    ({
      ...SAMPLE,
      amount: undefined,
      form: { fields: keys.map((key) => ({ ...SAMPLE.form.fields[9], key, type: 'text', required: true })) },
    }) as unknown as Definition;

  it.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty'])(
    'are refused in a new definition, and blank in an old one: %s',
    (key) => {
      expect(definitionSchema.safeParse({ ...SAMPLE, form: { fields: [{ key, type: 'text', label }] } }).success).toBe(false);
      const found = validateForm(old(key), {}, { step: null, ...NOTHING_AROUND });
      expect(found).toEqual({ missing: [{ field: key, code: 'required', params: { type: 'text' } }], invalid: [], hidden: [] });
    },
  );

  it('are no fields of a form that does not have them', () => {
    const wire = JSON.parse(
      '{ "constructor": "x", "__proto__": { "memo": "y" }, "toString": 1, "items": [{ "valueOf": 1, "__proto__": 2 }] }',
    ) as Wire;
    expect(problemsOf(wire).toSorted()).toEqual(
      [
        'constructor unknown-field',
        '__proto__ unknown-field',
        'toString unknown-field',
        'items.0.valueOf unknown-field',
        'items.0.__proto__ unknown-field',
      ].toSorted(),
    );
  });
});
