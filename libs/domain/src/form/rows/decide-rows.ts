import type { Field } from '../../definition/fields/field.schema';
import { compareMoney, isMoney } from '../../money/money';
import { isUnseen } from '../../text/canonical-text';
import type { Json } from '../../text/bilingual';
import { ownValue } from '../../text/own-value';
import { isRecord, rowsOf } from '../blank';
import { fieldFromWire } from '../wire/field-wire';
import { isRefused, withMark, type RowMark } from './row-marks';

type Row = Record<string, Json>;
type Table = Extract<Field, { type: 'table' }>;

/** What is decided about one row of a table, in wire form: it is refused, or its amount is cut; either for a reason. */
export interface RowDecision {
  row: number;
  reason: string;
  /** The amount that is left of it; absent: the row is refused. */
  cut?: { amount: string; currency: string };
}

/** Who decides about the rows of which table, and which column may be cut. */
export interface RowDeciding {
  table: Table;
  cut: string | undefined;
  step: string;
  by: string;
}

/** A table after its rows were decided about, and how many were refused and cut. */
export interface DecidedRows {
  rows: Row[];
  refused: number;
  cut: number;
  /** Rows that still count. */
  left: number;
  /** Paths of the decisions that make no sense: no such row, refused before, no reason, an amount that is no less. */
  invalid: string[];
}

/** One decision about a row; null where it makes no sense. */
function decided(row: Row | undefined, { reason, cut }: RowDecision, { table, cut: column, step, by }: RowDeciding): Row | null {
  if (row === undefined || isRefused(row) || isUnseen(reason)) return null;
  const mark: RowMark = { step, by, reason: reason.trim() };
  if (cut === undefined) return withMark(row, { ...mark, refused: true });
  const field = table.columns.find(({ key }) => key === column);
  const was = ownValue(row, column ?? '');
  const read = field?.type === 'money' ? fieldFromWire(field, { ...cut }) : null;
  const value = read && 'value' in read ? read.value : null;
  if (column === undefined || !isMoney(was) || !isMoney(value) || BigInt(value.minor) <= 0n || (compareMoney(value, was) ?? 0) >= 0)
    return null;
  return withMark({ ...row, [column]: value }, { ...mark, column, was: { minor: was.minor, currency: was.currency } });
}

/** The rows of a table as decisions about them leave it: a refused one stays to be read, and counts for nothing. Pure. */
export function decideRows(value: Json | undefined, decisions: readonly Json[], deciding: RowDeciding): DecidedRows {
  const rows = rowsOf(value);
  const invalid: string[] = [];
  const seen = new Set<number>();
  let [refused, cut] = [0, 0];
  for (const decision of decisions) {
    const at = isRecord(decision) ? Number(decision['row']) : -1;
    const next = seen.has(at) ? null : decided(rows[at], decision as unknown as RowDecision, deciding);
    seen.add(at);
    if (next === null) invalid.push(`${deciding.table.key}.${at}`);
    else {
      rows[at] = next;
      if (isRefused(next)) refused += 1;
      else cut += 1;
    }
  }
  return { rows, refused, cut, left: rows.filter((row) => !isRefused(row)).length, invalid };
}
