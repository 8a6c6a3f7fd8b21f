import { z } from 'zod';
import type { Json } from '../../text/bilingual';
import type { Column, Field } from '../../definition/fields/field.schema';
import { fromMinor, isMoney, toMinor } from '../../money/money';
import { isStorableText, withoutTurns } from '../../text/storable-text';
import { isBlank, isRecord } from '../blank';
import { isDay } from '../day';
import { ownValue } from '../../text/own-value';
import { fieldProblem, MOST_PROBLEMS, nameable, type FieldProblem } from '../check/field-problem';

/** A value as the domain keeps it, or what is wrong with the wire form; of a table then also its rows without the cells that are wrong. */
export type FromWire = { value: Json } | { problems: FieldProblem[]; rest?: Json };

type Reader<T> = (field: T, wire: Json, path: string) => FromWire;

const fileSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1).refine(isStorableText),
  size: z.int().min(0),
  type: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const fail = (path: string, code: FieldProblem['code'], params: Record<string, Json> = {}): FromWire => ({
  problems: [fieldProblem(path, code, params)],
});

/** Twice what the longest text may have: blanks at its ends are cut off, but nobody reads a book to find them. */
const LONGEST = 20_000;
/** Of the id of a person, however it is written. */
const LONGEST_ID = 100;

const text: Reader<object> = (field, wire, path) => {
  if (typeof wire !== 'string') return fail(path, 'wrong-type', { expected: 'text' });
  if (wire.length > LONGEST) return fail(path, 'too-long', { max: 'maxLength' in field ? Number(field.maxLength) : LONGEST });
  return isStorableText(wire) ? { value: withoutTurns(wire).trim() } : fail(path, 'unstorable-text');
};

const readers: { [T in Field['type']]: Reader<Extract<Field | Column, { type: T }>> } = {
  text,
  'long-text': text,
  choice: text,
  person: text,
  people: peopleFromWire,
  unit: text,
  request: text,
  number: numberFromWire,
  'yes-no': (_field, wire, path) => (typeof wire === 'boolean' ? { value: wire } : fail(path, 'wrong-type', { expected: 'yes-no' })),
  money: moneyFromWire,
  'money-sum': moneyFromWire,
  days: numberFromWire,
  budget: (_field, _wire, path) => fail(path, 'not-writable'),
  date: (_field, wire, path) => (typeof wire === 'string' && isDay(wire) ? { value: wire } : fail(path, 'not-a-date')),
  'date-range': (_field, wire, path) => {
    const { from, to, ...more } = isRecord(wire) ? wire : {};
    const unknown = unknownIn(more, path);
    if (unknown) return unknown;
    if (typeof from !== 'string' || typeof to !== 'string' || !isDay(from) || !isDay(to)) return fail(path, 'not-a-date');
    return { value: { from, to } };
  },
  files: ({ max }, wire, path) => {
    if (Array.isArray(wire) && wire.length > max) return fail(path, 'too-many-files', { max });
    const files = z.array(fileSchema).safeParse(wire);
    return files.success ? { value: files.data } : fail(path, 'wrong-type', { expected: 'files' });
  },
  table: tableFromWire,
};

/** Members that a value of this kind does not have; null where there are none. */
function unknownIn(more: Record<string, Json>, path: string): FromWire | null {
  const problems = Object.keys(more)
    .slice(0, MOST_PROBLEMS)
    .map((key) => fieldProblem(`${path}.${nameable(key)}`, 'unknown-field'));
  return problems.length > 0 ? { problems } : null;
}

/** How a value looks that is empty, beside null and a text of blanks, by type. */
const EMPTY: { [T in Field['type']]?: (field: Extract<Field | Column, { type: T }>, wire: Json) => boolean } = {
  files: (_field, wire) => Array.isArray(wire),
  people: (_field, wire) => Array.isArray(wire),
  table: (_field, wire) => Array.isArray(wire),
  'date-range': (_field, wire) => isRecord(wire) && Object.keys(wire).every((key) => key === 'from' || key === 'to'),
  money: isEmptyMoney,
  'money-sum': isEmptyMoney,
};

function isEmptyMoney(_field: object, wire: Json): boolean {
  return isRecord(wire) && Object.keys(wire).every((key) => key === 'amount' || key === 'currency');
}

/**
 * Whether a wire value says that its field is not filled in: nothing, a text of which nobody sees anything, or what a value of the field's own
 * shape is when it is empty. Pure. What is empty in another shape is no blank but wrong, so that nothing is dropped without a word.
 */
export function isBlankWire(field: Field | Column, wire: Json): boolean {
  if (!isBlank(wire)) return false;
  if (wire === null || typeof wire !== 'object') return true;
  return (EMPTY[field.type] as ((field: Field | Column, wire: Json) => boolean) | undefined)?.(field, wire) ?? false;
}

/** Reads one field's wire form. Pure. A blank is not asked about here: leave it out. */
export function fieldFromWire(field: Field | Column, wire: Json, path: string = field.key): FromWire {
  return (readers[field.type] as Reader<Field | Column>)(field, wire, path);
}

/** Whoever is named twice is meant once. */
function peopleFromWire({ max }: Extract<Field, { type: 'people' }>, wire: Json, path: string): FromWire {
  if (!Array.isArray(wire)) return fail(path, 'wrong-type', { expected: 'people' });
  if (wire.length > max) return fail(path, 'too-many-people', { max });
  const ids = wire.map((id) => (typeof id === 'string' && id.length <= LONGEST_ID && isStorableText(id) ? id.trim() : ''));
  return ids.includes('') ? fail(path, 'wrong-type', { expected: 'people' }) : { value: [...new Set(ids)] };
}

function numberFromWire(_field: object, wire: Json, path: string): FromWire {
  return typeof wire === 'number' && Number.isFinite(wire) ? { value: wire } : fail(path, 'wrong-type', { expected: 'number' });
}

function moneyFromWire(field: { currency: string }, wire: Json, path: string): FromWire {
  const { amount, currency, ...more } = isRecord(wire) ? wire : {};
  const unknown = unknownIn(more, path);
  if (unknown) return unknown;
  if (typeof amount !== 'string') return fail(path, 'wrong-type', { expected: 'money' });
  if (currency !== field.currency) return fail(path, 'wrong-currency', { currency: field.currency });
  const minor = toMinor(amount, field.currency);
  return typeof minor === 'bigint'
    ? { value: { minor: minor.toString(), currency: field.currency } }
    : fail(path, minor, { currency: field.currency });
}

function tableFromWire(field: Extract<Field, { type: 'table' }>, wire: Json, path: string): FromWire {
  if (!Array.isArray(wire) || !wire.slice(0, field.maxRows + 1).every(isRecord)) return fail(path, 'wrong-type', { expected: 'table' });
  // Rows that were begun and left empty at the end are no rows; the ones between keep their numbers.
  const rows = wire.slice(0, wire.findLastIndex((row) => !isBlankRow(field, row)) + 1).filter(isRecord);
  if (rows.length > field.maxRows) return fail(path, 'too-many-rows', { max: field.maxRows });
  const read = rows.map((row, index) => rowFromWire(field, row, `${path}.${index}`));
  const problems = read.flatMap((row) => row.problems);
  const value = read.map((row) => row.value);
  return problems.length > 0 ? { problems, rest: value } : { value };
}

function isBlankRow(field: Extract<Field, { type: 'table' }>, row: Json): boolean {
  const columnNamed = (key: string): Column | undefined => field.columns.find((column) => column.key === key);
  return (
    isBlank(row) &&
    isRecord(row) &&
    Object.entries(row).every(([key, cell]) => {
      const column = columnNamed(key);
      return column !== undefined && isBlankWire(column, cell);
    })
  );
}

function rowFromWire(
  field: Extract<Field, { type: 'table' }>,
  row: Record<string, Json>,
  path: string,
): { value: Record<string, Json>; problems: FieldProblem[] } {
  const value: Record<string, Json> = {};
  const known = new Set(field.columns.map((column) => column.key));
  const unknown = Object.keys(row).filter((key) => !known.has(key));
  const problems = unknown.slice(0, MOST_PROBLEMS).map((key) => fieldProblem(`${path}.${nameable(key)}`, 'unknown-field'));
  for (const column of field.columns) {
    const wire = ownValue(row, column.key);
    if (wire === undefined || isBlankWire(column, wire)) continue;
    const read = fieldFromWire(column, wire, `${path}.${column.key}`);
    if ('problems' in read) problems.push(...read.problems);
    else value[column.key] = read.value;
  }
  return { value, problems };
}

/** Writes one field's value as it crosses the API: amounts as decimals, everything else as it is. Pure. */
export function fieldToWire(field: Field | Column, value: Json): Json {
  if (isMoney(value)) return moneyToWire(value);
  if (field.type === 'budget')
    return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, moneyToWire(part)])) : null;
  if (field.type !== 'table' || !Array.isArray(value)) return value;
  return value.filter(isRecord).map((row) => {
    const cells = field.columns.flatMap((column) => {
      const cell = ownValue(row, column.key);
      return cell === undefined ? [] : [[column.key, fieldToWire(column, cell)] as const];
    });
    return Object.fromEntries(cells);
  });
}

function moneyToWire(value: Json): Json {
  return isMoney(value) ? { amount: fromMinor(BigInt(value.minor), value.currency), currency: value.currency } : value;
}
