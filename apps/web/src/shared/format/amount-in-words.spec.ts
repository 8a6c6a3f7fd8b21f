import { amountInWords } from './amount-in-words';

const words = (amount: string) => amountInWords({ amount, currency: 'CNY' });

describe('amountInWords', () => {
  it.each([
    ['12300.00', '人民币壹万贰仟叁佰元整'],
    ['0.00', '人民币零元整'],
    ['0.05', '人民币伍分'],
    ['0.50', '人民币伍角整'],
    ['10.00', '人民币壹拾元整'],
    ['1005.06', '人民币壹仟零伍元零陆分'],
    ['100000.00', '人民币壹拾万元整'],
    ['100500.30', '人民币壹拾万零伍佰元叁角整'],
    ['10000001.00', '人民币壹仟万零壹元整'],
    ['1260000.00', '人民币壹佰贰拾陆万元整'],
    ['100000000.00', '人民币壹亿元整'],
    ['300050020.10', '人民币叁亿零伍万零贰拾元壹角整'],
    ['-80', '人民币负捌拾元整'],
  ])('writes %s as %s', (amount, expected) => {
    expect(words(amount)).toBe(expected);
  });
  it('leaves other currencies and unreadable amounts to figures', () => {
    expect(amountInWords({ amount: '5.00', currency: 'USD' })).toBeNull();
    expect(words('1,000')).toBeNull();
  });
});
