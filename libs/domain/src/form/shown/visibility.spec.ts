import { definitionSchema, type Definition, type DefinitionInput } from '../../definition/definition.schema';
import { computeForm } from '../compute';
import { routingValues } from '../routing-values';
import { NOTHING_AROUND, SAMPLE } from '../sample-form.fixture';
import { validateForm } from '../check/validate';
import { visibilityCircles } from './visibility';

type FormField = DefinitionInput['form']['fields'][number];
const label = { zh: '项', en: 'Field' };
const is = (field: string, value: string | number | boolean) => ({ eq: [{ field }, { value }] });
const text = (key: string, visible?: object): FormField => ({ key, type: 'text', label, required: true, visible }) as FormField;
const formOf = (...fields: FormField[]): Definition => definitionSchema.parse({ ...SAMPLE, amount: undefined, form: { fields } });
const shown = (definition: Definition, values: Record<string, never>) => Object.keys(computeForm(definition, values, NOTHING_AROUND));

const foreign: FormField = { key: 'foreign', type: 'yes-no', label };
const passport = text('passport', is('foreign', true));
const idCard = text('idCard', { not: { filled: { field: 'passport' } } });

describe('a field that hangs on a hidden one', () => {
  it.each([
    ['in the order of the form', formOf(foreign, passport, idCard)],
    ['written down the other way round', formOf(idCard, passport, foreign)],
  ])('sees it blank, %s', (_order, definition) => {
    const typed = { foreign: false, passport: 'P1', idCard: 'I1' };
    expect(computeForm(definition, typed, NOTHING_AROUND)).toEqual({ foreign: false, idCard: 'I1' });
    expect(validateForm(definition, typed, { step: null, ...NOTHING_AROUND })).toEqual({ missing: [], invalid: [], hidden: ['passport'] });
    expect(routingValues({ definition, routing: ['passport', 'idCard'] }, typed, NOTHING_AROUND)).toEqual({ passport: null, idCard: 'I1' });
  });

  it('follows a chain of any length, and a sum whose table is hidden', () => {
    const chain = Array.from({ length: 40 }, (_, index) =>
      text(
        `f${index}`,
        index === 0
          ? is('foreign', true)
          : { [index % 2 ? 'not' : 'all']: index % 2 ? { filled: { field: `f${index - 1}` } } : [{ filled: { field: `f${index - 1}` } }] },
      ),
    );
    const definition = formOf(...chain.toReversed(), foreign);
    const values = Object.fromEntries(chain.map(({ key }) => [key, 'x']));
    // f0 is hidden, so f1 (“f0 is blank”) shows, f2 (“f1 is filled”) shows, f3 (“f2 is blank”) hides …
    const left = Object.keys(computeForm(definition, { ...values, foreign: false }, NOTHING_AROUND)).filter((key) => key !== 'foreign');
    expect(left.toSorted()).toEqual(
      chain
        .map(({ key }) => key)
        .filter((_, index) => index % 4 === 1 || index % 4 === 2)
        .toSorted(),
    );
    const table: FormField = {
      key: 'items',
      type: 'table',
      label,
      visible: is('foreign', true) as never,
      columns: [{ key: 'amount', type: 'money', label }],
    };
    const sum: FormField = { key: 'total', type: 'money-sum', label, of: 'items.amount' };
    const noSum = text('why', { not: { filled: { field: 'total' } } });
    const summed = formOf(noSum, sum, table, foreign);
    const rows = { items: [{ amount: { minor: '5', currency: 'CNY' } }], why: 'w' };
    expect(shown(summed, { ...rows, foreign: false } as never).toSorted()).toEqual(['foreign', 'why']);
    expect(shown(summed, { ...rows, foreign: true } as never).toSorted()).toEqual(['foreign', 'items', 'total']);
  });

  it('is the same when computed twice, whatever is typed', () => {
    const definition = formOf(idCard, passport, foreign, text('note', { filled: { field: 'idCard' } }));
    for (let bits = 0; bits < 16; bits += 1) {
      const typed = Object.fromEntries(['idCard', 'passport', 'note'].flatMap((key, index) => (bits & (1 << index) ? [[key, 'x']] : [])));
      const once = computeForm(definition, { ...typed, foreign: (bits & 8) > 0 }, NOTHING_AROUND);
      expect(computeForm(definition, once, NOTHING_AROUND)).toEqual(once);
    }
  });
});

describe('circles of visibility', () => {
  it('are found, each once, by the fields on them', () => {
    const definition = formOf(
      text('a', { filled: { field: 'b' } }),
      text('b', { not: { filled: { field: 'c' } } }),
      text('c', { filled: { field: 'a' } }),
      text('self', { filled: { field: 'self' } }),
      text('behind', { filled: { field: 'a' } }),
    );
    expect(visibilityCircles(definition)).toEqual([['a', 'b', 'c'], ['self']]);
    expect(visibilityCircles(formOf(foreign, passport, idCard))).toEqual([]);
  });

  it('end all the same where an old definition has one', () => {
    const definition = formOf(text('a', { not: { filled: { field: 'b' } } }), text('b', { not: { filled: { field: 'a' } } }));
    expect(computeForm(definition, { a: 'x', b: 'y' }, NOTHING_AROUND)).toEqual({ b: 'y' });
  });
});
