import type { Field } from '@countersign/domain';
import { addedColumns, columnTotal } from './column-total';

const row = (amount: string, currency = 'CNY') => ({ amount: { amount, currency } });

describe('columnTotal', () => {
  it('adds decimal amounts exactly', () => {
    expect(columnTotal([row('0.10'), row('0.20'), row('12300.00')], 'amount')).toEqual({ amount: '12300.30', currency: 'CNY' });
  });
  it('adds amounts of different precision', () => {
    expect(columnTotal([row('5'), row('0.25')], 'amount')).toEqual({ amount: '5.25', currency: 'CNY' });
  });
  it('keeps the sign of a negative sum below one', () => {
    expect(columnTotal([row('-0.75'), row('0.25')], 'amount')).toEqual({ amount: '-0.50', currency: 'CNY' });
  });
  it('passes over blank cells and says nothing of an empty column', () => {
    expect(columnTotal([row('1.00'), { amount: null }], 'amount')).toEqual({ amount: '1.00', currency: 'CNY' });
    expect(columnTotal([{ amount: null }], 'amount')).toBeNull();
  });
  it('refuses to add two currencies', () => {
    expect(columnTotal([row('1.00'), row('1.00', 'USD')], 'amount')).toBeNull();
  });
});

describe('addedColumns', () => {
  const label = { zh: '合计', en: 'Total' };
  const sum = (of: string) => ({ key: 'total', type: 'money-sum', label, of }) as unknown as Field;

  it('adds up what the form has a total of', () => {
    expect(addedColumns('items', [sum('items.amount'), sum('itemsToo.price')])).toEqual(['amount']);
  });

  it('adds up no offers that compete: no total of the form takes them all', () => {
    expect(addedColumns('offers', [sum('items.amount')])).toEqual([]);
  });
});
