import { definitionSchema, type DefinitionInput } from '../definition/definition.schema';
import { validateForm } from '../form/check/validate';
import { verify } from './verify';

const words = { zh: '计划', en: 'Plan' };
const column = (key: string, type: string, more: object = {}) => ({ key, type, label: words, required: true, ...more });

function planning(plan: object = {}, columns: object[] = []) {
  const own = [column('amount', 'money'), column('from', 'date'), column('to', 'date'), column('note', 'text', { required: false })];
  return definitionSchema.parse({
    ...{ key: 'planning', version: 1, title: words, area: 'planning', numberPrefix: 'PL', start: { everyone: true } },
    form: {
      fields: [
        { key: 'shop', type: 'unit', label: words, required: true },
        { key: 'other', type: 'unit', label: words },
        { key: 'rows', type: 'table', label: words, columns: [...own, ...columns] },
      ],
    },
    becomesPlan: { table: 'rows', amount: 'amount', from: 'from', to: 'to', unit: 'shop', ...plan },
    sentence: words,
    rowTitle: words,
    flow: [{ kind: 'approve', id: 'yes', title: words, assignee: { by: 'requester' } }],
  } as DefinitionInput);
}

describe('what an approval adds to the budget', () => {
  const codes = (plan?: object, columns?: object[]): string[] =>
    verify(planning(plan, columns)).flatMap(({ code, path }) => (code === 'plan-source' ? [path] : []));

  it.each([
    [{}, []],
    [{ category: { value: 'promotion' } }, []],
    [{ unit: 'other' }, ['becomesPlan.unit']],
    [{ unit: 'rows' }, ['becomesPlan.unit']],
    [{ amount: 'note' }, ['becomesPlan.amount']],
    [{ from: 'amount' }, ['becomesPlan.from']],
    [{ to: 'nowhere' }, ['becomesPlan.to']],
    [{ category: 'note' }, ['becomesPlan.category']],
    [{ table: 'shop' }, ['becomesPlan.table', 'becomesPlan.amount', 'becomesPlan.from', 'becomesPlan.to']],
  ])('%j: %j', (plan, found) => {
    expect(codes(plan)).toEqual(found);
  });

  it('takes a category of a choice, and no amount that may be blank', () => {
    const kind = column('kind', 'choice', { required: false, options: [{ value: 'travel', label: words }] });
    expect(codes({ category: 'kind' }, [kind])).toEqual([]);
    expect(codes({ amount: 'more' }, [column('more', 'money', { required: false })])).toEqual(['becomesPlan.amount']);
  });
});

it('a row of it that ends before it begins is told where its end is', () => {
  const row = (from: string, to: string) => ({ from, to, amount: { minor: '1', currency: 'CNY' } });
  const values = { shop: 'u', rows: [row('2027-01-01', '2027-01-01'), row('2027-01-02', '2027-01-01')] };
  const found = validateForm(planning(), values, { step: null, requesterRoles: [], params: {} });
  expect(found.invalid).toEqual([{ field: 'rows.1.to', code: 'range-reversed', params: {} }]);
});
