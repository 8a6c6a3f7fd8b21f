import { definitionSchema } from '../../definition/definition.schema';
import { EXPENSE } from '../../rehearsal/expense.fixture';
import { raisedMoney } from './raised-money';

const label = { zh: '栏', en: 'Field' };
const credit = { type: 'money', label, min: '-100000.00' };
const table = {
  key: 'lines',
  type: 'table',
  label,
  columns: [
    { key: 'what', type: 'text', label },
    { ...credit, key: 'cost' },
  ],
};
const DEFINITION = definitionSchema.parse({ ...EXPENSE, form: { fields: [...EXPENSE.form.fields, { ...credit, key: 'balance' }, table] } });
const yuan = (amount: number) => ({ minor: `${amount}00`, currency: 'CNY' });
const lines = (...rows: [string, number][]) => ({ lines: rows.map(([what, cost]) => ({ what, cost: yuan(cost) })) });
const WAS = lines(['goods', 50_000], ['credit', -49_500]);

describe('money below zero that is corrected', () => {
  it.each([
    ['the row that lowers the sum is gone', WAS, lines(['goods', 50_000]), ['lines.cost']],
    ['the row lowers it less', WAS, lines(['goods', 50_000], ['credit', -100]), ['lines.cost']],
    ['the row lowers it less, and says something else', WAS, lines(['goods', 50_000], ['other', -100]), ['lines.cost']],
    ['the row lowers it more', WAS, lines(['goods', 50_000], ['credit', -50_000]), []],
    ['one more row lowers it', WAS, lines(['goods', 50_000], ['credit', -49_500], ['more', -1]), []],
    ['the same in another order', WAS, lines(['credit', -49_500], ['goods', 50_000]), []],
    ['less of both', WAS, lines(['goods', 49_000], ['credit', -49_500]), []],
    ['an amount nearer to nothing', { balance: yuan(-900) }, { balance: yuan(-100) }, ['balance']],
    ['an amount that is gone', { balance: yuan(-900) }, {}, ['balance']],
    ['an amount further below', { balance: yuan(-900) }, { balance: yuan(-1000) }, []],
    ['a blank that falls below', {}, { balance: yuan(-1) }, []],
  ])('is raised where it asks for more: %s', (_what, before, after, raised) => {
    expect(raisedMoney(DEFINITION, ['balance', 'lines'], before, after)).toEqual(raised);
  });
});
