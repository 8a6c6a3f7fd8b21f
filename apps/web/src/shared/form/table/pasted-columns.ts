import { isSameText, parseAmount, type Column } from '@countersign/domain';
import { isReadable } from './cell-text';
import { parseDateText } from '../typed/date-text';

const TOTAL =
  /^(本页|本表|以上|全部|费用)?(合计|小计|总计|共计|总额|累计)(金额|费用|人民币|大写)*$|^(sub|grand|page)?-?(total|sum)(amount)?$/;
/** What stands beside the word: amounts, counts, shares, and amounts in words. */
const FIGURE = /^[\d.,()+\-%¥￥$€£元整圆角分零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟萬億正人民币张条笔项件行/]*$/;

/** Whether a row of a sheet adds up others: one cell says so, and no other holds anything but figures. */
export function isTotal(line: readonly string[]): boolean {
  const filled = line.map(bareHead).filter((text) => text !== '');
  const words = filled.filter((text) => TOTAL.test(text));
  return words.length === 1 && filled.every((text) => text === words[0] || FIGURE.test(text) || parseAmount(text, 'CNY').ok);
}

/** What the columns of a sheet are to a table. */
export interface Laid {
  /** The lines that are to become rows. */
  lines: string[][];
  /** The column of the table for each of the sheet; null where it has none. */
  target: readonly (Column | null)[];
  /** A head that no name fits, taken for the one column of texts that was left. */
  guessed: { head: string; column: Column } | null;
  /** What is in the sheet that the table has no place for: titles above the heads, columns by their heads, else by the first that stands in them. */
  unplaced: string[];
}

/** Which cells go where: by a line of column names, in whatever order; without one as the table shows its columns. Pure. */
export function laidOut(cells: string[][], columns: readonly Column[], { at, today }: { at: number; today: string }): Laid {
  const titles = titlesOf(cells, columns, today);
  const sheet = withoutOrdinals(cells.slice(titles.length), columns.slice(at), today);
  const [heads = [], ...under] = sheet;
  const named = columnsByName(heads, columns, today);
  if (!named) {
    const target = columnsByPlace(sheet, columns.slice(at), today);
    return { lines: sheet, target, guessed: null, unplaced: unplacedOf(sheet, sheet, target) };
  }
  const guessed = guessedColumn(heads, under, named, columns);
  const target = named.map((column, index) => (index === guessed?.index ? guessed.column : column));
  const unplaced = [...titles, ...unplacedOf(sheet, under, target)];
  return { lines: under, target, guessed: guessed && { head: heads[guessed.index]?.trim() ?? '', column: guessed.column }, unplaced };
}

function unplacedOf(sheet: string[][], lines: string[][], target: readonly (Column | null)[]): string[] {
  const width = Math.max(0, ...lines.map((line) => line.length));
  const without = [...Array(width).keys()].filter((at) => !target[at]);
  return without.flatMap((at) => {
    const holds = lines.some((line) => (line[at] ?? '').trim() !== '');
    return holds ? (sheet.find((line) => (line[at] ?? '').trim() !== '')?.[at]?.trim() ?? []) : [];
  });
}

const MOST_TITLES = 3;

/** What a sheet is called, in lines of one cell above its heads. */
function titlesOf(cells: string[][], columns: readonly Column[], today: string): string[] {
  const filled = (line: string[]): string[] => line.map((text) => text.trim()).filter((text) => text !== '');
  const heads = cells.findIndex((line) => filled(line).length > 1);
  if (heads < 1 || heads > MOST_TITLES || !columnsByName(cells[heads] ?? [], columns, today)) return [];
  return cells.slice(0, heads).flatMap(filled);
}

const ORDINAL = /^(序号|编号|行号|行|项次|no\.?|#|seq|line|row)$/;

/** A first column that only counts the lines is left out: nothing of it would be missed, and it would push all others aside. */
function withoutOrdinals(cells: string[][], columns: readonly Column[], today: string): string[][] {
  const first = cells.map(([cell = '']) => cell.normalize('NFKC').trim());
  const head = /^\d*$/.test(first[0] ?? '') ? null : bareHead(first[0] ?? '');
  const counts = head === null ? first : first.slice(1);
  const others = cells.map((line) => line.slice(1));
  if (counts.length === 0 || others.every((line) => line.length === 0) || counts.some((text, index) => text !== String(index + 1)))
    return cells;
  if (head !== null) return ORDINAL.test(head) ? others : cells;
  const best = (lines: string[][]): number => readIn(lines, columnsByPlace(lines, columns, today), today);
  return best(others) > best(cells) - counts.length ? others : cells;
}

/** The column that each cell of a first line names; null where it is no such line: most name one, or two do and none is a figure. Each column is named once. */
function columnsByName(line: string[], columns: readonly Column[], today: string): (Column | null)[] | null {
  const found = line.map((word) => columns.find(({ label }) => isSameText(label.zh, word) || isSameText(label.en, word)) ?? null);
  line.forEach((word, at) => {
    if (!found[at]) found[at] = columnLike(word, columns, found);
  });
  const words = line.filter((word) => word.trim() !== '');
  const named = found.filter((each) => each !== null).length;
  const plain = words.every((word) => !parseAmount(word, 'CNY').ok && parseDateText(word, today) === null);
  return words.length > 0 && (named * 2 > words.length || (named > 1 && plain)) ? found : null;
}

/** What a line is about stands first in most sheets, whatever it is called: it goes into the column of texts that nothing else is for. */
function guessedColumn(
  heads: string[],
  under: string[][],
  named: readonly (Column | null)[],
  columns: readonly Column[],
): { index: number; column: Column } | null {
  const [column, ...more] = columns.filter((each) => each.type === 'text' && !named.includes(each));
  const index = named.findIndex((each, at) => each === null && (heads[at] ?? '').trim() !== '');
  const first = named.findIndex((each) => each !== null);
  const texts = under.map((line) => line[index]?.trim() ?? '');
  const told = texts.some((text) => text !== '') && texts.every((text) => text === '' || !parseAmount(text, 'CNY').ok);
  return column && more.length === 0 && index >= 0 && index < first && told ? { index, column } : null;
}

/** A head without what people put behind it: 金额（元） → 金额, Amount (CNY): → amount. */
const bareHead = (word: string): string =>
  word
    .normalize('NFKC')
    .replace(/[([【][^([【)\]】]*[)\]】]/g, '')
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
  const more = readIn(lines, columns, today) - readIn(lines, lean, today);
  return more > 0 || (more === 0 && width > lean.length) ? columns : lean;
}

/** So many cells are values of the columns that they would fall into. */
const readIn = (lines: string[][], target: readonly Column[], today: string): number =>
  lines.reduce(
    (sum, line) =>
      sum +
      line.filter((text, index) => text.trim() !== '' && target[index] !== undefined && isReadable(target[index], text, today)).length,
    0,
  );
