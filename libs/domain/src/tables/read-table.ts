import type { Bilingual } from '../text/bilingual';
import { problemsIn, TABLE_WORDS, type TableProblem, type TableProblemCode } from './table-problem';

/** What a kind of table looks like: its columns, each called by its title in either language or by its key. */
export interface TableShape<Column extends string> {
  columns: Readonly<Record<Column, Bilingual>>;
  /** Columns that may be missing. */
  optional: readonly Column[];
  /** Rows that it may have. */
  mostRows: number;
}

/** A row that holds something, with its line as a spreadsheet counts it. */
export interface TableRow<Column extends string> {
  line: number;
  cell: (column: Column) => string;
}

const problem = problemsIn<TableProblemCode>(TABLE_WORDS);

/** What is wrong with a table of more rows than it may have. Pure. */
export const tooManyRows = (most: number): TableProblem => problem(1, 'too-many-rows', { most: most.toLocaleString('en') });
/** What is wrong with a row of more columns than it may have. Pure. */
export const tooManyColumns = (line: number, most: number): TableProblem => problem(line, 'too-many-columns', { most: String(most) });

/**
 * The rows of a table, its head first; empty ones are left out, and columns that its kind does not know are left alone. Pure. Problems where the head is
 * not whole or there are too many rows.
 */
export function readTable<Column extends string>(
  table: readonly (readonly string[])[],
  { columns, optional, mostRows }: TableShape<Column>,
): { ok: true; rows: TableRow<Column>[] } | { ok: false; problems: TableProblem[] } {
  const [head = [], ...rest] = table;
  const filled = rest.map((cells, index) => ({ cells, line: index + 2 })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length > mostRows) return { ok: false, problems: [tooManyRows(mostRows)] };
  const titles = head.map(titleOf);
  const names = Object.keys(columns) as Column[];
  const found = names.map((column) => ({ column, at: placesOf(titles, column, columns[column]) }));
  const problems = found.flatMap(({ column, at }): TableProblem[] => {
    if (at.length > 1) return [problem(1, 'column-twice', { ...columns[column] })];
    return at.length === 0 && !optional.includes(column) ? [problem(1, 'no-column', { ...columns[column] })] : [];
  });
  if (problems.length > 0) return { ok: false, problems };
  const place = new Map(found.flatMap(({ column, at: [index] }): [Column, number][] => (index === undefined ? [] : [[column, index]])));
  return { ok: true, rows: filled.map(({ cells, line }) => ({ line, cell: (column) => cells[place.get(column) ?? -1] ?? '' })) };
}

function titleOf(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase();
}

function placesOf(titles: readonly string[], column: string, { zh, en }: Bilingual): number[] {
  const isIts = (title: string): boolean => title === zh || title === en.toLowerCase() || title === column.toLowerCase();
  return titles.flatMap((title, index) => (isIts(title) ? [index] : []));
}
