import { isAbove } from './amount-threshold';

const money = (amount: string) => ({ amount, currency: 'CNY' });

describe('isAbove', () => {
  it('lets the plain case pass without a question', () => {
    expect(isAbove(money('12300.00'), 100_000)).toBe(false);
    expect(isAbove(money('100000.00'), 100_000)).toBe(false);
  });
  it('asks from the first cent above', () => {
    expect(isAbove(money('100000.01'), 100_000)).toBe(true);
    expect(isAbove(money('90071992547409931.00'), 100_000)).toBe(true);
  });
  it('never asks where no money is spent', () => {
    expect(isAbove(null, 0)).toBe(false);
  });
});
