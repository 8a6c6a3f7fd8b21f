import { isDay, isNearDay } from '../form/day';
import { toMinor } from '../money/money';
import { parseAmount } from '../money/parse-amount';
import type { Bilingual } from '../text/bilingual';
import { isUnseen } from '../text/canonical-text';
import { withoutFormulaGuard } from '../text/formula-guard';
import { isStorableText, withoutTurns } from '../text/storable-text';
import type { TableRow } from './read-table';
import type { TableProblemCode } from './table-problem';

/** Signs by which a table may name something. */
const LONGEST_NAME = 200;

/** Notes what is wrong with a cell, which then reads as null. */
export type Wrong<Code extends string = TableProblemCode> = (code: Code, params?: Record<string, string>) => null;

/** Rows that say what an earlier one has said already, each with that one. Pure. */
export function saidBefore<Row>(rows: readonly Row[], keyOf: (row: Row) => string): [row: Row, before: Row][] {
  const first = new Map<string, Row>();
  return rows.flatMap((row): [Row, Row][] => {
    const before = first.get(keyOf(row));
    if (before === undefined) first.set(keyOf(row), row);
    return before === undefined ? [] : [[row, before]];
  });
}

/** Reads single cells of a row; each that is wrong is noted and reads as null. Pure but for what it notes. */
export function cellsOf<Column extends string, Code extends string>(
  { cell }: TableRow<Column>,
  columns: Readonly<Record<Column, Bilingual>>,
  { wrong, currency }: { wrong: Wrong<Code | TableProblemCode>; currency: string },
) {
  const titled = (column: Column, more: Record<string, string> = {}): Record<string, string> => ({ ...columns[column], ...more });
  const required = <T>(column: Column, read: (value: string) => T | null): T | null => {
    const value = cell(column).trim();
    return value === '' ? wrong('blank', titled(column)) : read(value);
  };
  const text = (column: Column, most: number): string | null => {
    const value = withoutFormulaGuard(withoutTurns(cell(column)).trim()).trim();
    if (value === '') return wrong('blank', titled(column));
    if (!isStorableText(value) || isUnseen(value)) return wrong('unreadable', titled(column));
    return value.length > most ? wrong('too-long', titled(column, { most: String(most) })) : value;
  };
  return {
    /** A text of at most so many signs. */
    text,
    /** The one thing that a cell names, by its id. `meant`: those that a text may mean. */
    named: (column: Column, meant: (text: string) => string[], { none, several }: { none: Code; several: Code }): string | null => {
      const said = text(column, LONGEST_NAME);
      if (said === null) return null;
      const [first, second] = meant(said);
      if (second !== undefined) return wrong(several, { text: shownText(said) });
      return first ?? wrong(none, { text: shownText(said) });
    },
    /** A day, YYYY-MM-DD. */
    day: (column: Column): string | null =>
      required(column, (value) => dayOf(value) ?? wrong('not-a-day', titled(column, { text: shownText(value) }))),
    /** An amount in minor units, of 0 or more. */
    amount: (column: Column): string | null =>
      required(column, (value) => minorOf(value, currency) ?? wrong('not-an-amount', titled(column, { text: shownText(value) }))),
    /** A cell that may be left blank. */
    ifAny: <T>(column: Column, read: (column: Column) => T): T | null => (cell(column).trim() === '' ? null : read(column)),
  };
}

/** What somebody typed, no longer than a message bears. Pure. */
export const shownText = (text: string): string => (text.length > 40 ? `${[...text].slice(0, 40).join('')}…` : text);

/** A day as spreadsheets write it: 2027-02-20, 2027/2/20, 2027.2.20, 2027年2月20日. */
function dayOf(text: string): string | null {
  const found = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/.exec(text);
  if (!found) return null;
  const [, year = '', month = '', date = ''] = found;
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(written) && isNearDay(written) ? written : null;
}

function minorOf(text: string, currency: string): string | null {
  const parsed = parseAmount(text, currency);
  const minor = parsed.ok ? toMinor(parsed.decimal, currency) : null;
  return typeof minor === 'bigint' && minor >= 0n ? minor.toString() : null;
}

/** Something that a table names by its key or its name. */
export interface NamedThing {
  id: string;
  key: string;
  name: Bilingual;
}

/** Which things a text may mean: the one of that key, or those of that name. Each thing is looked at once, however many rows a table has. Pure. */
export function thingsMeantBy(things: readonly NamedThing[]): (text: string) => string[] {
  const [keys, names] = [new Map<string, string>(), new Map<string, Set<string>>()];
  const call = (id: string, name: string): unknown => names.set(name, (names.get(name) ?? new Set()).add(id));
  for (const { id, key, name } of things) {
    keys.set(key, id);
    call(id, `zh ${name.zh}`);
    call(id, `en ${name.en.toLowerCase()}`);
  }
  return (text) => {
    const key = keys.get(text);
    if (key !== undefined) return [key];
    return [...new Set([...(names.get(`zh ${text}`) ?? []), ...(names.get(`en ${text.toLowerCase()}`) ?? [])])];
  };
}
