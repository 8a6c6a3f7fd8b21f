import type { Language } from '../text/bilingual';
import type { Money } from './money';
import { ownValue } from '../text/own-value';
import { fromMinor } from './money';

const SIGNS: Readonly<Record<string, string>> = {
  CNY: '¥',
  USD: 'US$',
  EUR: '€',
  GBP: '£',
  HKD: 'HK$',
  TWD: 'NT$',
  MOP: 'MOP$',
  SGD: 'S$',
  JPY: 'JP¥',
  KRW: '₩',
};

/** Words for how much of an amount to write: `full` keeps the cents, `short` drops them where they are zero (lists, limits). */
export type MoneyStyle = 'full' | 'short';

/**
 * Writes an amount for people: `¥12,300.00`, short `¥12,300`. Pure. Both languages group by thousands; a currency without a sign of its own
 * is written by its ISO code.
 */
export function formatMoney(money: Money, language: Language, style: MoneyStyle = 'full'): string {
  const decimal = fromMinor(BigInt(money.minor), money.currency);
  const text = groupThousands(style === 'short' ? decimal.replace(/\.0+$/, '') : decimal);
  const [sign, digits] = text.startsWith('-') ? ['-', text.slice(1)] : ['', text];
  const currency = ownValue(SIGNS, money.currency);
  if (currency) return `${sign}${currency}${digits}`;
  return language === 'zh' ? `${sign}${digits} ${money.currency}` : `${sign}${money.currency} ${digits}`;
}

function inThousands(integer: string): string {
  const sign = /^\D?/.exec(integer)?.[0] ?? '';
  const groups: string[] = [];
  for (let end = integer.length; end > sign.length; end -= 3) groups.unshift(integer.slice(Math.max(sign.length, end - 3), end));
  return sign + groups.join(',');
}

/** Puts a comma before every third digit of the integer part. Pure. */
export function groupThousands(decimal: string): string {
  const [integer = '', fraction] = decimal.split('.');
  const grouped = inThousands(integer);
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
