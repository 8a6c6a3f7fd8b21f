import { fc } from '../../../../test/support/seeded';
import { amountInWords } from './amount-in-words';
import { formatMoney } from './format-money';
import { compareMoney, fromMinor, moneyOf, sumMoney, toMinor } from './money';
import { parseAmount } from './parse-amount';

const cny = (minor: bigint | number) => ({ minor: minor.toString(), currency: 'CNY' });
const amounts = fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n });

describe('minor units', () => {
  it('come back from their decimal for every amount and currency', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom('CNY', 'USD', 'JPY', 'KWD'), (minor, currency) => {
        expect(toMinor(fromMinor(minor, currency), currency)).toBe(minor);
      }),
    );
  });

  it.each(['', '1,000', '01', '+1', '1e3', '.5', '1.', ' 1', '１'])('refuse %p, which is not canonical', (text) => {
    expect(toMinor(text, 'CNY')).toBe('not-decimal');
  });

  it('refuse more decimals than the currency has, and more digits than fit', () => {
    expect(toMinor('1.234', 'CNY')).toBe('too-many-decimals');
    expect(toMinor('1.0', 'JPY')).toBe('too-many-decimals');
    expect(toMinor('1000000000000000', 'CNY')).toBe('too-large');
  });

  it('pad missing decimals', () => {
    expect(toMinor('12300.5', 'CNY')).toBe(1230050n);
    expect(fromMinor(-5n, 'CNY')).toBe('-0.05');
  });

  it('are added within one currency only', () => {
    expect(sumMoney([cny(1), cny(2)], 'CNY')).toEqual(cny(3));
    expect(sumMoney([], 'CNY')).toEqual(cny(0));
    expect(() => sumMoney([{ minor: '1', currency: 'USD' }], 'CNY')).toThrow('Expected to add CNY, but met USD');
  });

  it('are compared within one currency only', () => {
    expect(compareMoney(moneyOf('10', 'CNY'), moneyOf('9.99', 'CNY'))).toBe(1);
    expect(compareMoney(moneyOf('9', 'CNY'), moneyOf('9.00', 'CNY'))).toBe(0);
    expect(compareMoney(moneyOf('9', 'CNY'), moneyOf('9', 'USD'))).toBeNull();
  });
});

describe('an amount as typed', () => {
  it.each([
    ['12,300.5', '12300.50'],
    ['1.2万', '12000.00'],
    ['1.23456万', '12345.60'],
    ['１２，３００．５', '12300.50'],
    ['¥12,300.00', '12300.00'],
    ['￥ 300 元', '300.00'],
    ['人民币500圆', '500.00'],
    ['3千', '3000.00'],
    ['2百万', '2000000.00'],
    ['0.5亿', '50000000.00'],
    ['12k', '12000.00'],
    ['.5', '0.50'],
    ['5.', '5.00'],
    ['007', '7.00'],
    ['-8', '-8.00'],
    ['CNY 12', '12.00'],
    ['1 200', '1200.00'],
    ['3.10000', '3.10'],
    ['１.２万元', '12000.00'],
    ['1.2w', '12000.00'],
    ['5百', '500.00'],
    ['1,234.50元整', '1234.50'],
    ['300 块钱', '300.00'],
    ['+12', '12.00'],
    ['–8', '-8.00'],
    ['- 8', '-8.00'],
    ['-¥8', '-8.00'],
    ['¥-8', '-8.00'],
    ['(1,234.50)', '-1234.50'],
    ['（¥300）', '-300.00'],
    ['RMB ¥12', '12.00'],
    ['1.234,56', '1234.56'],
    ['1 234 567,8', '1234567.80'],
    ['12.345.678', '12345678.00'],
    ['\u200b1,200\u00a0', '1200.00'],
    ["1'234.50", '1234.50'],
    ['1 234,50 ¥', '1234.50'],
    ['12 RMB', '12.00'],
  ])('%p is read as %p', (text, decimal) => {
    expect(parseAmount(text, 'CNY')).toEqual({ ok: true, decimal });
  });

  it.each([
    '',
    '元',
    '()',
    '(-5)',
    '+-5',
    '12,5',
    '1234,56',
    '1,234,56',
    '1.23,45',
    '1.234,567',
    '1,23',
    '1,2300',
    'abc',
    '1.2.3',
    '万',
    '1万2',
    '--1',
    '1e5',
    '.',
    '€99.00',
    '$5',
    '5 $',
    '-£5',
    'US$5',
    '₩1,000',
    '¥$5',
    '99 EUR',
  ])('%p is not guessed', (text) => {
    expect(parseAmount(text, 'CNY')).toEqual({ ok: false, problem: 'not-decimal' });
  });

  it('says when there are too many decimals or digits', () => {
    // Twelve hundred or one and a bit: asked, not guessed.
    expect(parseAmount('1.234', 'CNY')).toEqual({ ok: false, problem: 'too-many-decimals' });
    expect(parseAmount('1.00001万', 'CNY')).toEqual({ ok: true, decimal: '10000.10' });
    expect(parseAmount('99999999亿', 'CNY')).toEqual({ ok: false, problem: 'too-large' });
  });

  it('reads back every amount that we write', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 17n) + 1n, max: 10n ** 17n - 1n }), fc.constantFrom('full', 'short'), (minor, style) => {
        const text = formatMoney(cny(minor), 'zh', style as 'full' | 'short');
        expect(parseAmount(text, 'CNY')).toEqual({ ok: true, decimal: fromMinor(minor, 'CNY') });
      }),
    );
  });
});

describe('what is longer than any amount', () => {
  it.each([
    ['blanks', `1${' '.repeat(400_000)}x`],
    ['blanks of other kinds', `1${'\u3000\t\u00a0'.repeat(100_000)}x`],
    ['zeros', `1.${'0'.repeat(400_000)}x`],
    ['signs of a currency', `${'¥'.repeat(400_000)}x`],
  ])('is not looked at: %s', (_, text) => {
    expect(parseAmount(text, 'CNY')).toEqual({ ok: false, problem: 'not-decimal' });
  });

  it('but blanks around it are nothing', () => {
    expect(parseAmount(`${' '.repeat(1_000)}1 200 元${' '.repeat(1_000)}`, 'CNY')).toEqual({ ok: true, decimal: '1200.00' });
  });
});

describe('an amount as written', () => {
  it('groups thousands and keeps the cents', () => {
    expect(formatMoney(cny(1230000), 'zh')).toBe('¥12,300.00');
    expect(formatMoney(cny(-123456789), 'en')).toBe('-¥1,234,567.89');
  });

  it('drops empty cents in the short style only', () => {
    expect(formatMoney(cny(500000), 'en', 'short')).toBe('¥5,000');
    expect(formatMoney(cny(500010), 'en', 'short')).toBe('¥5,000.10');
    expect(formatMoney({ minor: '5000', currency: 'JPY' }, 'zh', 'short')).toBe('JP¥5,000');
  });

  it('writes a currency without a sign by its code', () => {
    expect(formatMoney({ minor: '12345', currency: 'CHF' }, 'zh')).toBe('123.45 CHF');
    expect(formatMoney({ minor: '12345', currency: 'CHF' }, 'en')).toBe('CHF 123.45');
  });
});

describe('an amount in capital figures', () => {
  it.each([
    ['12300', '人民币壹万贰仟叁佰元整'],
    ['0', '人民币零元整'],
    ['0.05', '人民币伍分'],
    ['0.50', '人民币伍角整'],
    ['10.05', '人民币壹拾元零伍分'],
    ['107.50', '人民币壹佰零柒元伍角整'],
    ['1001.11', '人民币壹仟零壹元壹角壹分'],
    ['10001', '人民币壹万零壹元整'],
    ['100010000', '人民币壹亿零壹万元整'],
    ['100000001', '人民币壹亿零壹元整'],
    ['20030400', '人民币贰仟零叁万零肆佰元整'],
    ['-6', '人民币负陆元整'],
  ])('writes %s as %s', (decimal, words) => {
    expect(amountInWords(moneyOf(decimal, 'CNY'))).toBe(words);
  });

  it('has none for another currency', () => {
    expect(amountInWords(moneyOf('1', 'USD'))).toBeNull();
  });

  it('never leaves two zeros in a row or one before a unit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 14n }), (minor) => {
        const words = amountInWords(cny(minor)) ?? '';
        expect(words).not.toMatch(/零零|零元|零角|零万|零亿|undefined/);
      }),
    );
  });
});
