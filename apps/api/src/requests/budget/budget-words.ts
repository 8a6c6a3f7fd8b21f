import { availableOf, LINE_SUMS, type Bilingual, type LineSums } from '@countersign/domain';
import type { MoneyView } from '../../http/schema/values.view';
import { wireMoney } from '../wire-money';
import type { KeyedView, SumsView } from './budget-effect.view';

/** Minor units as the API says amounts; of a line there is always a currency. Pure. */
export function money(minor: string | bigint, currency: string): MoneyView {
  const said = wireMoney(String(minor), currency);
  if (!said) throw new Error('Expected an amount of a budget to have a currency, but it has none');
  return said;
}

/** Pure. */
export function sumsView(sums: LineSums, currency: string): SumsView {
  const each = Object.fromEntries(LINE_SUMS.map((sum) => [sum, money(sums[sum], currency)])) as Record<
    (typeof LINE_SUMS)[number],
    MoneyView
  >;
  return { ...each, available: money(availableOf(sums), currency) };
}

/** What a category is called; one that nobody has named goes by its key. Pure. */
export const categoryView = (key: string | null, title: Bilingual | null): KeyedView | null =>
  key === null ? null : { key, title: title ?? { zh: key, en: key } };
