import { definitionSchema, type Definition, type DefinitionInput } from '../../definition/definition.schema';
import type { FormValues } from '../../request/request-state';
import { fittedForm, formDifference } from './fitted-form';

const label = { zh: '项', en: 'Field' };
const version = (fields: object[]): Definition =>
  definitionSchema.parse({
    key: 'note',
    version: 1,
    title: label,
    area: 'service',
    numberPrefix: 'N',
    start: { everyone: true },
    form: { fields } as DefinitionInput['form'],
    sentence: label,
    rowTitle: label,
    flow: [{ kind: 'approve', id: 'look', title: label, assignee: { by: 'superior' } }],
  });
const options = (...values: string[]): object[] => values.map((value) => ({ value, label }));

const OLD = version([
  { key: 'kept', type: 'text', label },
  { key: 'gone', type: 'text', label },
  { key: 'retyped', type: 'text', label },
  { key: 'sort', type: 'choice', label, options: options('a', 'b') },
  {
    key: 'rows',
    type: 'table',
    label,
    columns: [
      { key: 'what', type: 'text', label },
      { key: 'old', type: 'text', label },
      { key: 'sum', type: 'money', label },
    ],
  },
  { key: 'paid', type: 'text', label, filledAt: 'step' },
]);
const NEW = version([
  { key: 'kept', type: 'text', label: { zh: '别名', en: 'Renamed' } },
  { key: 'fresh', type: 'text', label },
  { key: 'retyped', type: 'number', label },
  { key: 'sort', type: 'choice', label, options: options('b', 'c') },
  {
    key: 'rows',
    type: 'table',
    label,
    columns: [
      { key: 'what', type: 'text', label },
      { key: 'sum', type: 'money', label, currency: 'EUR' },
      { key: 'new', type: 'text', label },
    ],
  },
]);

describe('a form that is carried over to another version', () => {
  it('is told apart by what it asks, not by how that is called', () => {
    expect(formDifference(OLD, NEW)).toEqual({ added: ['fresh'], removed: ['gone'], changed: ['retyped', 'sort', 'rows'] });
    expect(formDifference(OLD, OLD)).toEqual({ added: [], removed: [], changed: [] });
  });

  it('keeps what fits and nothing else', () => {
    const values: FormValues = {
      kept: 'x',
      gone: 'y',
      retyped: 'z',
      sort: 'a',
      rows: [{ what: 'w', old: 'o', sum: { minor: '1', currency: 'CNY' } }, {}],
      paid: 'p',
      stray: 1,
    };
    expect(fittedForm(OLD, NEW, values)).toEqual({ kept: 'x', rows: [{ what: 'w' }, {}] });
    expect(fittedForm(OLD, NEW, { sort: 'b' })).toEqual({ sort: 'b' });
    expect(fittedForm(OLD, NEW, { constructor: 'x' })).toEqual({});
  });
});
