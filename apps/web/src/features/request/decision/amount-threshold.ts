import type { Amount } from '../../../shared/api/wire';

/** Whether an amount lies above the reader's threshold. Compares whole units as integers. Pure. */
export function isAbove(amount: Amount | null, threshold: number): boolean {
  if (amount === null) return false;
  const [whole = '0', cents = ''] = amount.amount.split('.');
  const units = BigInt(whole);
  return units > BigInt(threshold) || (units === BigInt(threshold) && /[1-9]/.test(cents));
}
