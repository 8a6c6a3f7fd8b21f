import type { Amount } from '../api/wire';
import type { Language } from '@countersign/domain';

type Fraction = 'always' | 'if-any';

/**
 * An amount as people read it. `always` shows cents (`¥12,300.00`), `if-any` only where there are some (`¥12,300`).
 * The decimal string is grouped as text: it never becomes a floating-point number.
 */
export function amountText(amount: Amount, language: Language, fraction: Fraction = 'always'): string {
  const parts = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en', {
    style: 'currency',
    currency: amount.currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(1);
  const symbol = parts.find((part) => part.type === 'currency')?.value ?? amount.currency;
  const negative = amount.amount.startsWith('-');
  const [whole = '0', cents = ''] = amount.amount.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const tail = cents === '' || (fraction === 'if-any' && /^0+$/.test(cents)) ? '' : `.${cents}`;
  return `${negative ? '−' : ''}${symbol}${grouped}${tail}`;
}
