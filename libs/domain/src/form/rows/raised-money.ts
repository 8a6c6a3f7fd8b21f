import { canonicalJson } from '../../digest/canonical-json';
import type { Definition } from '../../definition/definition.schema';
import type { Field } from '../../definition/fields/field.schema';
import { compareMoney, isMoney } from '../../money/money';
import type { FormValues } from '../../request/request-state';
import type { Json } from '../../text/bilingual';
import { ownValue } from '../../text/own-value';
import { isBlank } from '../blank';
import { acceptedRows } from './row-marks';

type Row = Record<string, Json>;
type Table = Extract<Field, { type: 'table' }>;

/** An amount in minor units; a blank is nothing. */
function minorOf(value: Json | undefined): bigint {
  return isMoney(value) ? BigInt(value.minor) : 0n;
}

/** What is compared: an amount is as high as another or less where there is one of at least as much, in its currency. */
function isCovered(is: Json | undefined, was: Json | undefined): boolean {
  if (isMoney(is) && isMoney(was)) return (compareMoney(is, was) ?? 1) <= 0;
  return minorOf(is) <= minorOf(was);
}

/** What a row says besides its amounts: whom or what they are for. */
function meaningOf({ columns }: Table, row: Row): string {
  return canonicalJson(
    columns.filter(({ type }) => type !== 'money').map(({ key }) => (isBlank(ownValue(row, key)) ? null : (ownValue(row, key) ?? null))),
  );
}

function byMeaning(table: Table, rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const meaning = meaningOf(table, row);
    groups.set(meaning, [...(groups.get(meaning) ?? []), row]);
  }
  return groups;
}

function largestFirst(rows: readonly Row[], column: string): Row[] {
  const minor = (row: Row): bigint => minorOf(ownValue(row, column));
  return [...rows].sort((left, right) => (minor(left) < minor(right) ? 1 : minor(left) > minor(right) ? -1 : 0));
}

/** Whether each row, in order, finds one of its own before that has at least its amount. */
function coveredInOrder(column: string, was: readonly Row[], is: readonly Row[]): boolean {
  let next = 0;
  return is.every((row) => {
    const at = was.findIndex((each, index) => index >= next && isCovered(ownValue(row, column), ownValue(each, column)));
    const found = at >= 0 || isCovered(ownValue(row, column), undefined);
    next = at >= 0 ? at + 1 : next;
    return found;
  });
}

function sumOf(column: string, rows: readonly Row[]): bigint {
  return rows.reduce((sum, row) => sum + minorOf(ownValue(row, column)), 0n);
}

/**
 * Whether any row asks for more in a column than the row that it was, or all of them together, where one that lowered the sum does so no more. Rows that say the same besides are compared with one another; others, which say
 * something else now, in order. A row for which there was none is more.
 */
function rowsRise(table: Table, column: string, [before, after]: readonly [Json | undefined, Json | undefined]): boolean {
  const [was, is] = [acceptedRows(before), acceptedRows(after)];
  if (sumOf(column, is) > sumOf(column, was)) return true;
  const [known, now] = [byMeaning(table, was), byMeaning(table, is)];
  const matched = new Set<Row>();
  for (const [meaning, rows] of now) {
    const largest = largestFirst(known.get(meaning) ?? [], column);
    for (const [index, row] of largestFirst(rows, column).entries()) {
      const old = largest[index];
      if (old === undefined) continue;
      if (!isCovered(ownValue(row, column), ownValue(old, column))) return true;
      matched.add(row).add(old);
    }
  }
  const rest = (rows: readonly Row[]): Row[] => rows.filter((row) => !matched.has(row));
  return !coveredInOrder(column, rest(was), rest(is));
}

/** Where money stands in these fields of a form: amounts, and columns of tables, each row by itself; of those, the paths where any is raised. Pure. */
export function raisedMoney(definition: Definition, keys: readonly string[], before: FormValues, after: FormValues): string[] {
  return definition.form.fields
    .filter(({ key }) => keys.includes(key))
    .flatMap((field): string[] => {
      const [was, is] = [ownValue(before, field.key), ownValue(after, field.key)] as const;
      if (field.type === 'money') return isCovered(is, was) ? [] : [field.key];
      if (field.type !== 'table') return [];
      const columns = field.columns.filter(({ type, key }) => type === 'money' && rowsRise(field, key, [was, is]));
      return columns.map(({ key }) => `${field.key}.${key}`);
    });
}
