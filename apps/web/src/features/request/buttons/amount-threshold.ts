import type { Amount, RequestView } from '../../../shared/api/wire';

/** Whether an amount lies above the reader's threshold. Compares whole units as integers. Pure. */
export function isAbove(amount: Amount | null, threshold: number): boolean {
  if (amount === null) return false;
  const [whole = '0', cents = ''] = amount.amount.split('.');
  const units = BigInt(whole);
  return units > BigInt(threshold) || (units === BigInt(threshold) && /[1-9]/.test(cents));
}

/** What somebody signed that speaks against going on as it is. Pure. */
export const objectionsOf = ({ opinions }: Pick<RequestView, 'opinions'>): RequestView['opinions'] =>
  opinions.filter(({ stance }) => stance !== 'for');

/** Whether the reader is asked once more: a large amount, or somebody signed against it. Pure. */
export const asksOnceMore = (view: Pick<RequestView, 'amount' | 'opinions'>, threshold: number): boolean =>
  isAbove(view.amount, threshold) || view.opinions.some(({ stance }) => stance === 'against');
