import { largestOf, sumsOf, sumText } from './money-sum';

const cny = (amount: string) => ({ amount, currency: 'CNY' });

describe('amounts of several requests', () => {
  it('are added to the cent, by currency, blanks left out', () => {
    expect(sumsOf([cny('0.10'), null, cny('0.20'), { amount: '5', currency: 'JPY' }, cny('99999999999999.99')])).toEqual([
      cny('100000000000000.29'),
      { amount: '5', currency: 'JPY' },
    ]);
    expect(sumText([cny('18600.00'), cny('35580.00')], 'zh')).toBe('¥54,180.00');
    expect(sumText([], 'zh')).toBe('');
  });

  it('have a largest by value, not by text', () => {
    expect(largestOf([{ amount: cny('9.00') }, { amount: cny('10.00') }, { amount: null }])).toEqual({ amount: cny('10.00') });
    expect(largestOf([{ amount: null }])).toBeNull();
  });
});
