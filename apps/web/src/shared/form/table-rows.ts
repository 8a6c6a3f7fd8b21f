import { fromMinor, isSameText, parseAmount, toMinor, type Column, type Json } from '@countersign/domain';
import { moneyFromText, numberFromText } from './amount-text';
import { parseDateText, towardOf } from './date-text';

/** One row of a table field, in wire form. */
export type Row = { [column: string]: Json };

export const blankRow = (columns: readonly Column[]): Row =>
  Object.fromEntries(columns.map((column) => [column.key, column.type === 'files' ? [] : null]));

export const withCell = (rows: readonly Row[], at: number, key: string, value: Json): Row[] =>
  rows.map((row, index) => (index === at ? { ...row, [key]: value } : row));

/** The value that a pasted text stands for in a column; null where the column could not even show it. What cannot be read is kept as it came, for the form's check to word. */
export function valueFromText(column: Column, text: string, today: string): Json {
  if (text.trim() === '') return column.type === 'files' ? [] : null;
  if (column.type === 'money') return moneyFromText(text, column.currency);
  if (column.type === 'number') return numberFromText(text, column.unit);
  if (column.type === 'date') return parseDateText(text, today, towardOf(column)) ?? text.trim();
  if (column.type === 'choice') return optionFromText(column.options, text) ?? text.trim();
  if (column.type === 'yes-no') return yesNoFromText(column, text);
  return column.type === 'files' ? [] : text;
}

type Choice = Extract<Column, { type: 'choice' }>;
type YesNo = Extract<Column, { type: 'yes-no' }>;

function optionFromText(options: Choice['options'], text: string): string | null {
  const found = options.find(({ value, label }) => [value, label.zh, label.en].some((word) => isSameText(word, text)));
  return found?.value ?? null;
}

function yesNoFromText({ yes, no }: YesNo, text: string): boolean | null {
  const means = (words: (string | undefined)[]): boolean => words.some((word) => word !== undefined && isSameText(word, text));
  if (means([yes?.zh, yes?.en, '是', '有', 'yes', 'y', 'true', '1', '√', '✓'])) return true;
  return means([no?.zh, no?.en, '否', '无', 'no', 'n', 'false', '0', '×', '✗']) ? false : null;
}

/** Whether a text is a value of the column. */
function isReadable(column: Column, text: string, today: string): boolean {
  if (text.trim() === '' || column.type === 'text') return true;
  if (column.type === 'money') return parseAmount(text, column.currency).ok;
  if (column.type === 'number') return typeof numberFromText(text, column.unit) === 'number';
  if (column.type === 'date') return parseDateText(text, today, towardOf(column)) !== null;
  if (column.type === 'choice') return optionFromText(column.options, text) !== null;
  return column.type === 'yes-no' ? yesNoFromText(column, text) !== null : false;
}

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
  /** Columns of the sheet that the table has no place for: by their heads, else by the first that stands in them. */
  unplaced: string[];
  /** Rows that add up others (合计, Subtotal): no lines of their own, so they are left out and told as they stood. */
  totals: string[];
}

/**
 * Lays pasted cells over the rows from the cursor on, adding rows as needed. A first line of column names decides which cells go where,
 * in whatever order; without one the cells follow the columns that the table shows. Pure.
 */
export function pasteCells(rows: readonly Row[], cells: string[][], { columns, row, column, maxRows, today }: Paste): Pasted {
  const named = columnsByName(cells[0] ?? [], columns);
  const under = named ? cells.slice(1) : cells;
  const totals = under.length > 1 ? under.filter(isTotal) : [];
  const lines = under.filter((line) => !totals.includes(line));
  const target = named ?? columnsByPlace(lines, columns.slice(column), today);
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
    unplaced: unplacedOf(cells, lines, target),
    totals: totals.map((line) => line.filter((text) => text.trim() !== '').join(' ')),
  };
}

const TOTAL =
  /^(本页|本表|以上|全部|费用)?(合计|小计|总计|共计|总额|累计)(金额|费用|人民币|大写)*$|^(sub|grand|page)?-?(total|sum)(amount)?$/;
/** What stands beside the word: amounts, counts, shares, and amounts in words. */
const FIGURE = /^[\d.,()+\-%¥￥$€£元整圆角分零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟萬億正人民币张条笔项件行/]*$/;

/** Whether a row of a sheet adds up others: one cell says so, and no other holds anything but figures. */
function isTotal(line: readonly string[]): boolean {
  const filled = line.map(bareHead).filter((text) => text !== '');
  const words = filled.filter((text) => TOTAL.test(text));
  return words.length === 1 && filled.every((text) => text === words[0] || FIGURE.test(text) || parseAmount(text, 'CNY').ok);
}

function unplacedOf(cells: string[][], lines: string[][], target: readonly (Column | null)[]): string[] {
  const width = Math.max(0, ...lines.map((line) => line.length));
  const without = [...Array(width).keys()].filter((at) => !target[at]);
  return without.flatMap((at) => {
    const holds = lines.some((line) => (line[at] ?? '').trim() !== '');
    return holds ? (cells.find((line) => (line[at] ?? '').trim() !== '')?.[at]?.trim() ?? []) : [];
  });
}

/** The column that each cell of a first line names, where most of them name one; null where it is no such line. Each column is named once. */
function columnsByName(line: string[], columns: readonly Column[]): (Column | null)[] | null {
  const found = line.map((word) => columns.find(({ label }) => isSameText(label.zh, word) || isSameText(label.en, word)) ?? null);
  line.forEach((word, at) => {
    if (!found[at]) found[at] = columnLike(word, columns, found);
  });
  const words = line.filter((word) => word.trim() !== '').length;
  return words > 0 && found.filter((each) => each !== null).length * 2 > words ? found : null;
}

/** A head without what people put behind it: 金额（元） → 金额, Amount (CNY): → amount. */
const bareHead = (word: string): string =>
  word
    .normalize('NFKC')
    .replace(/[([【].*?[)\]】]/g, '')
    .replace(/[\s*:]/g, '')
    .toLowerCase();

/** The column whose name a head holds, the longest such name first (发票号码 is 发票号, not 发票); files are never pasted, so they are not looked for. */
function columnLike(word: string, columns: readonly Column[], taken: readonly (Column | null)[]): Column | null {
  const head = bareHead(word);
  const names = columns
    .filter((column) => column.type !== 'files' && !taken.includes(column))
    .flatMap((column) => [column.label.zh, column.label.en].map((name) => ({ column, name: bareHead(name) })))
    .filter(({ name }) => name.length > 1 && head.includes(name));
  return names.sort((left, right) => right.name.length - left.name.length)[0]?.column ?? null;
}

/** A sheet may have a column where the table keeps its files, or none: the way in which more cells can be read is the right one. */
function columnsByPlace(lines: string[][], columns: readonly Column[], today: string): readonly Column[] {
  const lean = columns.filter(({ type }) => type !== 'files');
  const width = Math.max(0, ...lines.map((line) => line.length));
  const read = (target: readonly Column[]): number =>
    lines.reduce(
      (sum, line) =>
        sum +
        line.filter((text, index) => text.trim() !== '' && target[index] !== undefined && isReadable(target[index], text, today)).length,
      0,
    );
  const more = read(columns) - read(lean);
  return more > 0 || (more === 0 && width > lean.length) ? columns : lean;
}

/** The sum of a money column as a decimal, and how many of its cells hold something that is no amount. */
export function columnSum(rows: readonly Row[], column: Extract<Column, { type: 'money' }>): { amount: string; without: number } {
  const cells = rows.flatMap((row) => {
    const cell = row[column.key];
    return typeof cell === 'object' && cell !== null && !Array.isArray(cell) && typeof cell.amount === 'string' ? [cell.amount] : [];
  });
  const amounts = cells.flatMap((text): bigint[] => {
    const parsed = parseAmount(text, column.currency);
    const minor = parsed.ok ? toMinor(parsed.decimal, column.currency) : null;
    return typeof minor === 'bigint' ? [minor] : [];
  });
  const total = amounts.reduce((sum, minor) => sum + minor, 0n);
  return { amount: fromMinor(total, column.currency), without: cells.length - amounts.length };
}
