import type { Amount } from '../api/wire';
import { groupThousands, type Language } from '@countersign/domain';

type Fraction = 'always' | 'if-any';

/** The figures alone, `12,300.00`: for columns whose head names the currency. Pure. */
export function decimalText({ amount }: Amount): string {
  return `${amount.startsWith('-') ? '−' : ''}${groupThousands(amount.replace('-', ''))}`;
}

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
  const figures = decimalText(amount);
  const shown = fraction === 'if-any' ? figures.replace(/\.0+$/, '') : figures;
  return shown.startsWith('−') ? `−${symbol}${shown.slice(1)}` : `${symbol}${shown}`;
}
