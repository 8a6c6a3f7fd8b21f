import { checkField, fromMinor, ownValue, parseAmount, toMinor, type Column, type Json } from '@countersign/domain';
import { isReadable, valueFromText } from './cell-text';
import { isTotal, laidOut, type Laid } from './pasted-columns';

/** One row of a table field, in wire form. */
export type Row = { [column: string]: Json };

export const blankRow = (columns: readonly Column[]): Row =>
  Object.fromEntries(columns.map((column) => [column.key, column.type === 'files' ? [] : null]));

export const withCell = (rows: readonly Row[], at: number, key: string, value: Json): Row[] =>
  rows.map((row, index) => (index === at ? { ...row, [key]: value } : row));

interface Paste {
  columns: readonly Column[];
  /** Where the cursor stands. */
  row: number;
  column: number;
  maxRows: number;
  today: string;
}

/** What became of a paste: the rows, and what the person has to look at. */
export interface Pasted {
  rows: Row[];
  /** Lines that found a place. */
  laid: number;
  /** Lines for which the table has no room. */
  over: number;
  /** Cells whose text is no value of their column, with the row counted from one. */
  unread: { row: number; column: Column; text: string }[];
  unplaced: Laid['unplaced'];
  /** Rows that add up others (合计, Subtotal): no lines of their own, so they are left out and told as they stood. */
  totals: string[];
  guessed: Laid['guessed'];
}

/**
 * Lays pasted cells over the rows from the cursor on, adding rows as needed. A first line of column names decides which cells go where,
 * in whatever order; without one the cells follow the columns that the table shows. Pure.
 */
export function pasteCells(rows: readonly Row[], cells: string[][], { columns, row, column, maxRows, today }: Paste): Pasted {
  const totals = cells.length > 1 ? cells.filter(isTotal) : [];
  const kept = cells.filter((line) => !totals.includes(line));
  const { lines, target, guessed, unplaced } = laidOut(kept, columns, { at: column, today });
  const room = Math.max(0, maxRows - row);
  const after = rows.map((each) => ({ ...each }));
  const unread: Pasted['unread'] = [];
  lines.slice(0, room).forEach((line, offset) => {
    const place = row + offset;
    const laid: Row = { ...(after[place] ?? blankRow(columns)) };
    target.forEach((at, index) => {
      const text = line[index];
      if (!at || at.type === 'files' || text === undefined) return;
      laid[at.key] = valueFromText(at, text, today);
      if (!isReadable(at, text, today)) unread.push({ row: place + 1, column: at, text: text.trim() });
    });
    after[place] = laid;
  });
  return {
    rows: after,
    laid: Math.min(lines.length, room),
    over: Math.max(0, lines.length - room),
    unread,
    unplaced,
    guessed,
    totals: totals.map((line) => line.filter((text) => text.trim() !== '').join(' ')),
  };
}

/** The sum of a money column as a decimal, and how many of its cells hold something that does not count: no amount, or one that may not stand there. */
export function columnSum(rows: readonly Row[], column: Extract<Column, { type: 'money' }>): { amount: string; without: number } {
  const cells = rows.flatMap((row) => {
    const cell = ownValue(row, column.key);
    return typeof cell === 'object' && cell !== null && !Array.isArray(cell) && typeof cell.amount === 'string' ? [cell.amount] : [];
  });
  const amounts = cells.flatMap((text): bigint[] => {
    const parsed = parseAmount(text, column.currency);
    const minor = parsed.ok ? toMinor(parsed.decimal, column.currency) : null;
    if (typeof minor !== 'bigint') return [];
    return checkField(column, { minor: String(minor), currency: column.currency }) === null ? [minor] : [];
  });
  const total = amounts.reduce((sum, minor) => sum + minor, 0n);
  return { amount: fromMinor(total, column.currency), without: cells.length - amounts.length };
}
