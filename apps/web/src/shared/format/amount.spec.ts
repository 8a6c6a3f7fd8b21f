import { amountText } from './amount';

describe('amountText', () => {
  it('groups thousands and keeps the cents', () => {
    expect(amountText({ amount: '12300.00', currency: 'CNY' }, 'zh')).toBe('¥12,300.00');
    expect(amountText({ amount: '1260000.50', currency: 'CNY' }, 'en')).toBe('¥1,260,000.50');
  });
  it('drops empty cents in lists and keeps real ones', () => {
    expect(amountText({ amount: '12300.00', currency: 'CNY' }, 'zh', 'if-any')).toBe('¥12,300');
    expect(amountText({ amount: '12300.50', currency: 'CNY' }, 'zh', 'if-any')).toBe('¥12,300.50');
  });
  it('keeps amounts that no floating-point number can hold', () => {
    expect(amountText({ amount: '90071992547409931.27', currency: 'CNY' }, 'zh')).toBe('¥90,071,992,547,409,931.27');
  });
  it('writes a real minus sign before the currency', () => {
    expect(amountText({ amount: '-80.00', currency: 'CNY' }, 'en')).toBe('−¥80.00');
  });
});
