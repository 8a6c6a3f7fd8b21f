import type { Json } from '../text/bilingual';
import { LIMITS } from '../definition/limits';
import { hashOf } from '../digest/sha256';
import type { Definition } from '../definition/definition.schema';
import type { Column, Field } from '../definition/fields/field.schema';
import type { FieldValue, FormValues } from '../request/request-state';
import { isMoney, sumMoney } from '../money/money';
import { ownValue } from '../text/own-value';
import { isBlank, isRecord } from './blank';
import { acceptedRows } from './rows/row-marks';

/**
 * What a path of a form stands for in conditions, guards and assignees. Pure; null = blank.
 * - `reason`, `amount` …: the value itself; a date range as `[from, to]`, several people as their ids, files as their digests, a table as the number of its rows
 * - `items.amount`: the sum of a table's money or number column; of any other column the list of what is filled in, in row order
 * - `dates.from`, `dates.to`: one end of a range
 * - `budget.covered`, `budget.over`, `budget.inPlan`: what a line of a budget covers
 * - `items#`, `files#`, `people#`: how many rows, files or people there are
 * - `items#invoice,amount`: of each row a digest of what these columns hold; null where there are more rows than requests may be started for
 * Rows that were refused count for nothing.
 */
export function fieldValue(definition: Definition, values: FormValues, path: string): FieldValue {
  const [key = '', columns] = path.split('#');
  if (columns) return keptRowDigests(columns, ownValue(values, key));
  return partValue(definition, values, path);
}

function partValue(definition: Definition, values: FormValues, path: string): FieldValue {
  const [key = '', part] = path.replace(/#$/, '').split('.');
  const field = definition.form.fields.find((candidate) => candidate.key === key);
  if (!field) return null;
  const value = ownValue(values, key);
  if (path.endsWith('#')) return field.type === 'table' ? acceptedRows(value).length : Array.isArray(value) ? value.length : 0;
  if (part === undefined) return plainValue(field, value);
  if (field.type === 'table')
    return keptColumnValue(
      field.columns.find((column) => column.key === part),
      value,
    );
  const end = isRecord(value) ? ownValue(value, part) : null;
  if (field.type === 'budget') return isMoney(end) || typeof end === 'boolean' || typeof end === 'string' ? end : null;
  return typeof end === 'string' ? end : null;
}

function plainValue(field: Field, value: Json | undefined): FieldValue {
  if (value === undefined || value === null || isBlank(value)) return null;
  if (field.type === 'people') return idsOf(value);
  if (Array.isArray(value))
    return field.type === 'files' ? value.filter(isRecord).map((file) => String(file.sha256)) : acceptedRows(value).length;
  if (isMoney(value)) return { minor: value.minor, currency: value.currency };
  if (field.type === 'budget') return isRecord(value) && typeof value['line'] === 'string' ? value['line'] : null;
  if (isRecord(value)) return [value.from, value.to].filter((end) => typeof end === 'string');
  return value;
}

function idsOf(value: Json): string[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}

const kept = new WeakMap<readonly Json[], Map<Column | string, FieldValue>>();

/** Hundreds of conditions may ask for one sum of one table: it is added up once. Pure (kept per table, which nothing changes). */
function keptColumnValue(column: Column | undefined, table: Json | undefined): FieldValue {
  return column === undefined ? null : keptValue(table, column, (rows) => columnValue(column, rows));
}

function keptRowDigests(columns: string, table: Json | undefined): FieldValue {
  return keptValue(table, columns, (rows) =>
    rows.length > LIMITS.children ? null : rows.map((row) => rowDigest(row, columns.split(','))),
  );
}

function keptValue(table: Json | undefined, name: Column | string, of: (rows: Record<string, Json>[]) => FieldValue): FieldValue {
  if (!Array.isArray(table)) return null;
  const known = kept.get(table) ?? new Map<Column | string, FieldValue>();
  kept.set(table, known);
  const value = known.get(name) ?? of(acceptedRows(table));
  known.set(name, value);
  return value;
}

/** So much of a digest tells the rows of one table apart. */
const ROW_DIGITS = 12;

function rowDigest(row: Record<string, Json>, columns: readonly string[]): string {
  return hashOf(columns.map((column) => ownValue(row, column) ?? null)).slice(0, ROW_DIGITS);
}

function columnValue(column: Column, rows: Record<string, Json>[]): FieldValue {
  const cells = rows.map((row) => ownValue(row, column.key)).filter((cell): cell is Json => cell !== undefined && !isBlank(cell));
  if (column.type === 'money')
    return cells.length === 0
      ? null
      : sumMoney(
          cells.flatMap((cell) => (isMoney(cell) ? [cell] : [])),
          column.currency,
        );
  if (column.type === 'number')
    return cells.length === 0
      ? null
      : sumNumbers(
          cells.filter((cell) => typeof cell === 'number'),
          column.decimals,
        );
  const list = cells.flatMap((cell) => (Array.isArray(cell) ? cell.filter(isRecord).map((file) => String(file.sha256)) : [String(cell)]));
  return list.length === 0 ? null : list;
}

/** Adds in whole units of the last decimal, so that 0.1 + 0.2 is 0.3. */
function sumNumbers(numbers: number[], decimals: number): number {
  const scale = 10 ** decimals;
  return numbers.reduce((sum, number) => sum + Math.round(number * scale), 0) / scale;
}
