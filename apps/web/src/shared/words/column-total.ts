import { ownValue, type Field } from '@countersign/domain';
import type { Amount } from '../api/wire';

/** The sum of a table's money column as a decimal string; null where a currency differs or nothing is filled. Exact: no floating point. Pure. */
export function columnTotal(rows: readonly Record<string, unknown>[], column: string): Amount | null {
  const amounts = rows
    .map((row) => ownValue(row, column))
    .filter((value): value is Amount => typeof value === 'object' && value !== null && 'amount' in value);
  const first = amounts[0];
  if (!first || amounts.some((amount) => amount.currency !== first.currency)) return null;
  const decimals = Math.max(...amounts.map(({ amount }) => amount.split('.')[1]?.length ?? 0));
  const minor = amounts.reduce((sum, { amount }) => {
    const [whole = '0', cents = ''] = amount.split('.');
    return sum + BigInt(whole + cents.padEnd(decimals, '0'));
  }, 0n);
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  return {
    amount: `${minor < 0n ? '-' : ''}${digits.slice(0, cut)}${decimals > 0 ? `.${digits.slice(cut)}` : ''}`,
    currency: first.currency,
  };
}

/** The columns of a table that the form adds up in a field of its own. Others are not sums: of offers that compete one is taken. Pure. */
export const addedColumns = (table: string, fields: readonly Field[]): string[] =>
  fields.flatMap((field) => (field.type === 'money-sum' && field.of.startsWith(`${table}.`) ? [field.of.slice(table.length + 1)] : []));
