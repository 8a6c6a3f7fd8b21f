import { fromMinor, toMinor, type Language } from '@countersign/domain';
import type { Amount } from '../api/wire';
import { amountText } from './amount';

const minorOf = ({ amount, currency }: Amount): bigint => {
  const minor = toMinor(amount, currency);
  return typeof minor === 'bigint' ? minor : 0n;
};

/** Amounts added up by currency, in the order in which they come. Pure. */
export function sumsOf(amounts: readonly (Amount | null)[]): Amount[] {
  const sums = new Map<string, bigint>();
  for (const amount of amounts) if (amount) sums.set(amount.currency, (sums.get(amount.currency) ?? 0n) + minorOf(amount));
  return [...sums].map(([currency, minor]) => ({ amount: fromMinor(minor, currency), currency }));
}

/** The same as people read it; empty where there is none. Pure. */
export const sumText = (amounts: readonly (Amount | null)[], language: Language, cents: 'always' | 'if-any' = 'always'): string =>
  sumsOf(amounts)
    .map((sum) => amountText(sum, language, cents))
    .join(' + ');

/** The largest of those in the first currency that comes; null where there is none. Pure. */
export function largestOf<T extends { amount: Amount | null }>(items: readonly T[]): T | null {
  const currency = items.find(({ amount }) => amount !== null)?.amount?.currency;
  const same = items.filter(({ amount }) => amount?.currency === currency && amount !== null);
  return same.reduce<T | null>(
    (most, item) => (most === null || minorOf(item.amount as Amount) > minorOf(most.amount as Amount) ? item : most),
    null,
  );
}
