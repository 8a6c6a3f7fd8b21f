import { parseAmount, toMinor, fromMinor, type Column, type Json } from '@countersign/domain';
import { moneyFromText, numberFromText } from './amount-text';
import { parseDateText } from './date-text';

/** One row of a table field, in wire form. */
export type Row = { [column: string]: Json };

export const blankRow = (columns: readonly Column[]): Row =>
  Object.fromEntries(columns.map((column) => [column.key, column.type === 'files' ? [] : null]));

export const withCell = (rows: readonly Row[], at: number, key: string, value: Json): Row[] =>
  rows.map((row, index) => (index === at ? { ...row, [key]: value } : row));

/** The value that a pasted text stands for in a column. A text that does not fit is kept where the column can show it, else dropped. */
export function valueFromText(column: Column, text: string, today: string): Json {
  if (text.trim() === '') return column.type === 'files' ? [] : null;
  if (column.type === 'money') return moneyFromText(text, column.currency);
  if (column.type === 'number') return numberFromText(text);
  if (column.type === 'date') return parseDateText(text, today);
  if (column.type === 'choice') return optionFromText(column.options, text);
  if (column.type === 'yes-no') return yesNoFromText(column, text);
  return column.type === 'files' ? [] : text.slice(0, column.maxLength);
}

type Choice = Extract<Column, { type: 'choice' }>;
type YesNo = Extract<Column, { type: 'yes-no' }>;
const same = (left: string, right: string): boolean => left.trim().toLowerCase() === right.trim().toLowerCase();

function optionFromText(options: Choice['options'], text: string): string | null {
  const found = options.find(({ value, label }) => same(value, text) || same(label.zh, text) || same(label.en, text));
  return found?.value ?? null;
}

function yesNoFromText({ yes, no }: YesNo, text: string): boolean | null {
  if ([yes?.zh, yes?.en, '是', 'yes', 'y', 'true', '1', '√'].some((word) => word !== undefined && same(word, text))) return true;
  if ([no?.zh, no?.en, '否', 'no', 'n', 'false', '0', '×'].some((word) => word !== undefined && same(word, text))) return false;
  return null;
}

interface Paste {
  columns: readonly Column[];
  /** Where the cursor stands. */
  row: number;
  column: number;
  maxRows: number;
  today: string;
}

/** Lays pasted cells over the rows from the cursor on, adding rows as needed. A first line that repeats the column names is left out. */
export function pasteCells(rows: readonly Row[], cells: string[][], { columns, row, column, maxRows, today }: Paste): Row[] {
  const target = columns.slice(column).filter(({ type }) => type !== 'files');
  const lines = isHeader(cells[0], target) ? cells.slice(1) : cells;
  const after = rows.map((each) => ({ ...each }));
  lines.slice(0, maxRows - row).forEach((line, offset) => {
    const place = row + offset;
    after[place] ??= blankRow(columns);
    line.slice(0, target.length).forEach((text, index) => {
      const at = target[index];
      if (at) after[place] = { ...after[place], [at.key]: valueFromText(at, text, today) };
    });
  });
  return after;
}

const isHeader = (line: string[] | undefined, columns: readonly Column[]): boolean =>
  line !== undefined && columns.some(({ label }, index) => [label.zh, label.en].some((word) => same(word, line[index] ?? '')));

/** The sum of a money column as a decimal, cells that hold no amount left out. */
export function columnSum(rows: readonly Row[], column: Extract<Column, { type: 'money' }>): string {
  const total = rows.reduce((sum, row) => {
    const cell = row[column.key];
    const amount = typeof cell === 'object' && cell !== null && !Array.isArray(cell) && typeof cell.amount === 'string' ? cell.amount : '';
    const parsed = parseAmount(amount, column.currency);
    const minor = parsed.ok ? toMinor(parsed.decimal, column.currency) : 0n;
    return typeof minor === 'bigint' ? sum + minor : sum;
  }, 0n);
  return fromMinor(total, column.currency);
}
