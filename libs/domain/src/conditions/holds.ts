import type { Condition, Operand } from '../definition/condition.schema';
import type { ParameterValue } from '../definition/parameters';
import type { FieldValue } from '../request/request-state';
import type { Money } from '../money/money';
import { compareMoney, isMoney, moneyOf } from '../money/money';
import { ownValue } from '../text/own-value';

/** Everything that a condition may look at. */
export interface ConditionEnvironment {
  /** Routing values by path: `amount`, `items.amount` (sum of the column), `items#` (count). */
  fields: Readonly<Record<string, FieldValue>>;
  params: Readonly<Record<string, ParameterValue>>;
  /** How an opinion step of this walk was signed; null before. */
  stanceOn: (step: string) => 'for' | 'against' | 'conditional' | null;
  requesterRoles: readonly string[];
}

type Value = string | number | boolean | Money;
type Order = -1 | 0 | 1;

/** The field that a path leads into: of `items.amount` and `items#`, `items`. Pure. */
export function rootOf(path: string): string {
  return path.split(/[.#]/, 1)[0] ?? '';
}

/** Path under which the number of rows of a table (or of files) is kept. Pure. */
export function countPath(field: string): string {
  return `${field}#`;
}

/** Path under which the digest of each row of a table is kept, of what these columns of it hold. Pure. */
export function rowsPath(field: string, columns: readonly string[]): string {
  return `${countPath(field)}${columns.join()}`;
}

function plain(value: FieldValue | undefined): Value | null {
  if (value === undefined || value === null || value === '') return null;
  return Array.isArray(value) ? null : value;
}

/** A number or an amount with the other sign; null of everything else. */
function below(value: Value | null): Value | null {
  if (typeof value === 'number') return -value;
  return isMoney(value) ? { ...value, minor: String(-BigInt(value.minor)) } : null;
}

function valueOf(operand: Operand, environment: ConditionEnvironment): Value | null {
  if ('field' in operand) return plain(ownValue(environment.fields, operand.field));
  if ('sum' in operand) return plain(ownValue(environment.fields, operand.sum));
  if ('count' in operand) return plain(ownValue(environment.fields, countPath(operand.count)));
  if ('param' in operand) {
    const value = plain(ownValue(environment.params, operand.param));
    return operand.negative ? below(value) : value;
  }
  if ('stance' in operand) return environment.stanceOn(operand.stance);
  if ('money' in operand) return moneyOf(operand.money, operand.currency);
  return operand.value;
}

/** Order of two values of one type; null where they cannot be compared. */
function compare(left: Value | null, right: Value | null): Order | null {
  if (left === null || right === null || typeof left !== typeof right) return null;
  if (isMoney(left) || isMoney(right)) return isMoney(left) && isMoney(right) ? compareMoney(left, right) : null;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function isFilled(operand: Operand, environment: ConditionEnvironment): boolean {
  if (!('field' in operand)) return valueOf(operand, environment) !== null;
  const value = ownValue(environment.fields, operand.field);
  return Array.isArray(value) ? value.length > 0 : plain(value) !== null;
}

const COMPARISONS = {
  eq: (order: Order) => order === 0,
  ne: (order: Order) => order !== 0,
  lt: (order: Order) => order < 0,
  lte: (order: Order) => order <= 0,
  gt: (order: Order) => order > 0,
  gte: (order: Order) => order >= 0,
} as const;

function comparison(condition: Condition): [Operand, Operand, (order: Order) => boolean] | null {
  if ('eq' in condition) return [...condition.eq, COMPARISONS.eq];
  if ('ne' in condition) return [...condition.ne, COMPARISONS.ne];
  if ('lt' in condition) return [...condition.lt, COMPARISONS.lt];
  if ('lte' in condition) return [...condition.lte, COMPARISONS.lte];
  if ('gt' in condition) return [...condition.gt, COMPARISONS.gt];
  if ('gte' in condition) return [...condition.gte, COMPARISONS.gte];
  return null;
}

/**
 * Whether a condition holds. Pure and total.
 * A comparison with a blank, or of two types or currencies, is false, `ne` included.
 */
export function holds(condition: Condition, environment: ConditionEnvironment): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, environment));
  if ('any' in condition) return condition.any.some((each) => holds(each, environment));
  if ('not' in condition) return !holds(condition.not, environment);
  if ('filled' in condition) return isFilled(condition.filled, environment);
  if ('requesterHasRole' in condition) return environment.requesterRoles.includes(condition.requesterHasRole);
  if ('in' in condition) {
    const value = valueOf(condition.in[0], environment);
    return condition.in[1].some((each) => compare(value, each) === 0);
  }
  const [left, right, verdict] = comparison(condition) ?? unknown(condition);
  const order = compare(valueOf(left, environment), valueOf(right, environment));
  return order !== null && verdict(order);
}

function unknown(condition: Condition): never {
  throw new Error(`Expected to know a condition, but met ${JSON.stringify(condition)}`);
}
