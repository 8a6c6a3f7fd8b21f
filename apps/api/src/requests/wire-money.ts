import { fromMinor } from '@countersign/domain';
import type { MoneyView } from '../http/schema/values.view';

/** Minor units as the API says amounts. */
export function wireMoney(minor: string | null, currency: string | null): MoneyView | null {
  return minor === null || currency === null ? null : { amount: fromMinor(BigInt(minor), currency), currency };
}
