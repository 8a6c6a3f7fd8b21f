import type { BudgetField } from '../definition/fields/budget-field';
import { isMoney } from '../money/money';
import type { RequestContext } from '../request/request-state';
import { ownValue } from '../text/own-value';
import type { Movement } from './movements';

/** The movements by which one line gets what another gives, as an approved request says; none where it moves nothing. Pure. */
export function transferred({ key, to }: Pick<BudgetField, 'key' | 'to'>, { fields }: Pick<RequestContext, 'fields'>): Movement[] {
  const [giving, receiving, amount] = ['line', 'to', 'covered'].map((part) => ownValue(fields, `${key}.${part}`));
  if (to === undefined || typeof giving !== 'string' || typeof receiving !== 'string' || !isMoney(amount)) return [];
  const { currency } = amount;
  const moved = (line: string, by: bigint): Movement => ({
    ...{ line, currency, kind: 'transfer', reserved: '0', committed: '0', spent: '0', extended: '0' },
    moved: by.toString(),
  });
  const minor = BigInt(amount.minor);
  return [moved(giving, -minor), moved(receiving, minor)];
}
