import { isDrawn, type Drawn } from '../../budget/draw-up';
import { daysBetween } from '../../calendar/day-count';
import type { Json } from '../../text/bilingual';
import type { Column, Field } from '../../definition/fields/field.schema';
import { isMoney, isWithinMoney, moneyOf } from '../../money/money';
import { ownValue } from '../../text/own-value';
import { isBlank, isRecord, rowsOf } from '../blank';
import { isNearDay } from '../day';
import { fieldProblem, type FieldProblem, type FieldProblemCode } from './field-problem';

type Found = [FieldProblemCode, Record<string, Json>] | null;
type Check<T> = (field: T, value: Json, today: string | undefined) => Found;

const tooLong: Check<{ maxLength: number }> = ({ maxLength }, value) =>
  String(value).length > maxLength ? ['too-long', { max: maxLength }] : null;
const nothing: Check<unknown> = () => null;

/** A file that is there twice proves nothing twice. */
const distinctFiles = (value: Json): number => new Set(rowsOf(value).map(({ id }) => id)).size;

const checks: { [T in Field['type']]: Check<Extract<Field | Column, { type: T }>> } = {
  text: tooLong,
  'long-text': tooLong,
  number: ({ min, max, decimals }, value) => {
    if (typeof value !== 'number') return ['wrong-type', { expected: 'number' }];
    if (!isExact(value, decimals)) return ['too-large', {}];
    if (min !== undefined && value < min) return ['below-min', { min }];
    if (max !== undefined && value > max) return ['above-max', { max }];
    return Number(value.toFixed(decimals)) === value ? null : ['too-many-decimals', { decimals }];
  },
  money: ({ min, currency }, value) => {
    if (!isMoney(value)) return ['wrong-type', { expected: 'money' }];
    if (value.currency !== currency) return ['wrong-currency', { currency }];
    if (!isWithinMoney(BigInt(value.minor), currency)) return ['too-large', {}];
    // A negative line would pull a sum under somebody's limit, so it has to be allowed in so many words.
    const least = moneyOf(min ?? '0', currency);
    return BigInt(value.minor) < BigInt(least.minor) ? ['below-min', { min: { ...least } }] : null;
  },
  'money-sum': nothing,
  budget: (_field, value) => (isDrawn(value) ? drawnProblem(value) : null),
  days: (_field, value) => (value === 0 ? ['no-days', {}] : null),
  date: (field, value, today) => dayProblem(field, String(value), today),
  'date-range': (field, value, today) => {
    if (!isRecord(value)) return null;
    const [from, to] = [String(value.from), String(value.to)];
    if (isNearDay(from) && isNearDay(to) && from > to) return ['range-reversed', {}];
    return dayProblem(field, from, today) ?? dayProblem(field, to, today);
  },
  choice: ({ options }, value) => (options.some((option) => option.value === value) ? null : ['not-an-option', {}]),
  'yes-no': nothing,
  person: nothing,
  people: ({ max }, value) => (Array.isArray(value) && value.length > max ? ['too-many-people', { max }] : null),
  unit: nothing,
  request: nothing,
  files: (field, value) => {
    const count = Array.isArray(value) ? value.length : 0;
    if (count > field.max) return ['too-many-files', { max: field.max }];
    return distinctFiles(value) < field.min ? ['too-few-files', { min: field.min }] : null;
  },
  table: ({ minRows, maxRows }, value) => {
    const count = Array.isArray(value) ? value.length : 0;
    if (count > maxRows) return ['too-many-rows', { max: maxRows }];
    return count < minRows ? ['too-few-rows', { min: minRows }] : null;
  },
};

/** Only a line that stops what it does not cover refuses a request, and one that is to give something to another; every other has a way for it. */
function drawnProblem({ control, inPlan, line, to, available, asked }: Drawn): Found {
  const left = available ?? { ...asked, minor: '0' };
  if (!inPlan && (control === 'stop' || to !== undefined)) return ['over-line', { available: { ...left }, asked: { ...asked } }];
  if (to === null) return ['no-receiver', {}];
  return to !== undefined && to === line ? ['same-line', {}] : null;
}

/** Whether a number of so many decimals is written exactly: beyond 2^53 of its last unit the next number is another one. */
function isExact(value: number, decimals: number): boolean {
  return Math.abs(value) * 10 ** decimals <= Number.MAX_SAFE_INTEGER;
}

type Days = { notAfter?: 'today' | undefined; notBefore?: 'today' | undefined };

function dayProblem({ notAfter, notBefore }: Days, day: string, today: string | undefined): Found {
  if (!isNearDay(day)) return ['date-out-of-range', {}];
  if (today === undefined) return null;
  if (notAfter && day > today) return ['after-today', {}];
  return notBefore && day < today ? ['before-today', {}] : null;
}

/** Where a value stands, and the company's day; without a day nothing is judged by it. */
export interface ValuePlace {
  path?: string;
  today?: string | undefined;
}

/** What is wrong with one filled value, beyond its type: length, range, options, numbers of rows and files. Pure. Blanks are never wrong. */
export function checkField(field: Field | Column, value: Json | undefined, place: ValuePlace = {}): FieldProblem | null {
  if (value === undefined || isBlank(value)) return null;
  const found = (checks[field.type] as Check<Field | Column>)(field, value, place.today);
  return found && fieldProblem(place.path ?? field.key, found[0], found[1]);
}

/** A range of more days than its field takes, whatever else is wrong with its ends. Pure. */
export function checkLength(field: Field, value: Json | undefined): FieldProblem | null {
  if (field.type !== 'date-range' || field.maxDays === undefined || !isRecord(value)) return null;
  const [from, to] = [String(value.from), String(value.to)];
  if (!isNearDay(from) || !isNearDay(to) || daysBetween(from, to) < field.maxDays) return null;
  return fieldProblem(field.key, 'range-too-long', { max: field.maxDays });
}

/** Columns of a table whose sum nothing could hold, as a problem of the table. Pure. What is derived is judged where it comes from. */
export function checkSums(field: Extract<Field, { type: 'table' }>, value: Json | undefined): FieldProblem[] {
  const rows = rowsOf(value);
  return field.columns.flatMap((column) => {
    const cells = rows.map((row) => ownValue(row, column.key));
    const tooLarge =
      (column.type === 'money' && !isWithinMoney(total(cells), column.currency)) ||
      (column.type === 'number' && !isExact(numberTotal(cells), column.decimals));
    return tooLarge ? [fieldProblem(field.key, 'sum-too-large', { column: { ...column.label } })] : [];
  });
}

function total(cells: (Json | undefined)[]): bigint {
  return cells.reduce<bigint>((sum, cell) => sum + (isMoney(cell) ? BigInt(cell.minor) : 0n), 0n);
}

function numberTotal(cells: (Json | undefined)[]): number {
  return cells.reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0);
}
