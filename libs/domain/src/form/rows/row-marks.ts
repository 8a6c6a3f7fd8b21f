import { canonicalJson } from '../../digest/canonical-json';
import type { FormValues } from '../../request/request-state';
import type { Json } from '../../text/bilingual';
import { ownValue } from '../../text/own-value';
import { isRecord, rowsOf } from '../blank';

/** Under which name a row of a table keeps what was decided about it; no column can be called so. */
export const ROW_MARK = '#';

type Row = Record<string, Json>;

/** What was decided about a row: it was refused, or an amount in it was cut. */
export interface RowMark {
  step: string;
  /** Person id. */
  by: string;
  reason: string;
  /** The row counts for nothing any more. */
  refused?: true;
  /** The column in which an amount was cut, and what stood there before, as the form keeps money. */
  column?: string;
  was?: { minor: string; currency: string };
  /** What was decided about the row before that, the latest first. */
  earlier?: RowMark[];
}

/** So many decisions about one row are kept. */
const MOST_MARKS = 20;

/** What was decided about a row; null where nothing was. Pure. */
export function markOf(row: Row): RowMark | null {
  const mark = ownValue(row, ROW_MARK);
  return isRecord(mark) ? (mark as unknown as RowMark) : null;
}

/** Everything that was decided about a row and is kept, the latest first. Pure. */
export function marksOf(row: Row): RowMark[] {
  const mark = markOf(row);
  if (mark === null) return [];
  const { earlier = [], ...last } = mark;
  return [last, ...earlier];
}

/** A row about which something more was decided. Pure. */
export function withMark(row: Row, mark: RowMark): Row {
  const earlier = marksOf(row).slice(0, MOST_MARKS - 1);
  return { ...row, [ROW_MARK]: { ...mark, ...(earlier.length > 0 ? { earlier } : {}) } as unknown as Json };
}

/** Whether a row was refused: it stays to be read, and counts for nothing. Pure. */
export function isRefused(row: Row): boolean {
  return markOf(row)?.refused === true;
}

/** The rows of a table that count. Pure. */
export function acceptedRows(value: Json | undefined): Row[] {
  return rowsOf(value).filter((row) => !isRefused(row));
}

/** A row without what was decided about it, as it was handed in. */
function unmarked(row: Row): Row {
  const { [ROW_MARK]: _mark, ...cells } = row;
  return cells;
}

/** A value as it leaves its form for elsewhere: of a table the rows that count, without what was decided about them here; any other as it is. Pure. */
export function asAccepted(value: Json): Json {
  if (!Array.isArray(value)) return value;
  return value.filter((each) => !isRecord(each) || !isRefused(each)).map((each) => (isRecord(each) ? unmarked(each) : each));
}

/**
 * A form that is asked anew, with what was decided before about rows that are the same now: a row that was refused comes back only as another one.
 * Equal rows are taken in order. Pure.
 */
export function withMarksKept(before: FormValues, asked: FormValues): FormValues {
  const kept = Object.entries(asked).map(([key, value]): [string, Json] => {
    const known = rowsOf(ownValue(before, key)).filter((row) => markOf(row) !== null);
    return known.length === 0 || !Array.isArray(value) ? [key, value] : [key, markedAgain(rowsOf(value), known)];
  });
  return Object.fromEntries(kept);
}

function markedAgain(rows: readonly Row[], known: readonly Row[]): Row[] {
  const left = known.map((row) => ({ row, cells: canonicalJson(unmarked(row)) }));
  return rows.map((row) => {
    if (markOf(row) !== null) return row;
    const cells = canonicalJson(row);
    const at = left.findIndex((each) => each.cells === cells);
    return at < 0 ? row : (left.splice(at, 1)[0]?.row ?? row);
  });
}
