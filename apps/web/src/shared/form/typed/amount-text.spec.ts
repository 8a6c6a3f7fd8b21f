import { amountDoubt, currencySign, moneyFromText, numberFromText, textFromMoney, textFromNumber } from './amount-text';

describe('amounts in a form', () => {
  it.each([
    ['12,300.5', '12300.50'],
    ['1.2万', '12000.00'],
    ['￥５００', '500.00'],
  ])('reads %s', (text, amount) => {
    expect(moneyFromText(text, 'CNY')).toEqual({ amount, currency: 'CNY' });
  });

  it('keeps what it cannot read, so that the person sees it and the check words it', () => {
    expect(moneyFromText(' about 50 ', 'CNY')).toEqual({ amount: 'about 50', currency: 'CNY' });
    expect(textFromMoney({ amount: 'about 50', currency: 'CNY' })).toBe('about 50');
  });

  it('takes an empty field as no value', () => {
    expect(moneyFromText('  ', 'CNY')).toBeNull();
    expect(textFromMoney(null)).toBe('');
    expect(textFromMoney(undefined)).toBe('');
  });

  it('groups thousands for reading', () => {
    expect(textFromMoney({ amount: '12300.50', currency: 'CNY' })).toBe('12,300.50');
    expect(textFromNumber(12300.5)).toBe('12,300.5');
  });

  it('reads numbers with and without decimals', () => {
    expect(numberFromText('1,200')).toBe(1200);
    expect(numberFromText('1.25')).toBe(1.25);
    expect(numberFromText('-0.000125')).toBe(-0.000125);
    expect(numberFromText('many')).toBe('many');
    expect(numberFromText('８ 小时', { zh: '小时', en: 'h' })).toBe(8);
    expect(numberFromText('8H', { zh: '小时', en: 'h' })).toBe(8);
    expect(numberFromText('1.2万')).toBe(12_000);
    expect(numberFromText('0.1234567')).toBe(0.1234567);
    expect(numberFromText('')).toBeNull();
  });

  it.each(['1,5', '1,23', '12,34,567', '99999999999999999999', '1234567890.1234567', '1e5', '0x10', 'Infinity', '5 km'])(
    'keeps the number %s as it was typed, for it cannot be read for certain',
    (text) => {
      expect(numberFromText(text, { zh: '小时', en: 'h' })).toBe(text);
    },
  );

  it('knows the sign of a currency', () => {
    expect(currencySign('CNY')).toBe('¥');
    expect(currencySign('CHF')).toBe('CHF');
  });
});

describe('an amount that may be read in two ways', () => {
  const at = (text: string) => ({ items: [{ amount: { amount: text, currency: 'CNY' } }] });
  it.each(['1.234', '12,5', '¥1.234'])('%s is named', (text) => {
    expect(amountDoubt(at(text), { field: 'items.0.amount', code: 'not-decimal' })).toBe(text);
  });

  it('is a number too', () => {
    expect(amountDoubt({ hours: '1,5' }, { field: 'hours', code: 'wrong-type' })).toBe('1,5');
    expect(amountDoubt({ hours: 'many' }, { field: 'hours', code: 'wrong-type' })).toBeNull();
  });

  it('is nothing else', () => {
    expect(amountDoubt(at('abc'), { field: 'items.0.amount', code: 'not-decimal' })).toBeNull();
    expect(amountDoubt(at('1.234'), { field: 'items.0.amount', code: 'below-min' })).toBeNull();
    expect(amountDoubt({}, { field: 'amount', code: 'not-decimal' })).toBeNull();
  });
});
