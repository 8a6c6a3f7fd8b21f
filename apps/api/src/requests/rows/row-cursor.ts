import { decodeCursor, type CursorKind, type CursorValues } from '../../http/cursor';
import { orderOf, type RowKey, type RowOrder, type RowSource } from './row-lists';

/** A value of an order as the database gives it; `infinity` comes as a number. */
export type KeyValue = Date | number | string;

const KIND: Record<RowKey['type'], CursorKind> = { timestamptz: 'time', bigint: 'whole', uuid: 'uuid' };

/** The cursor of a list in one of its orders. */
export function rowCursor(source: RowSource, sort: string | undefined, cursor: string | undefined): CursorValues | null {
  return decodeCursor(
    cursor,
    orderOf(source, sort).keys.map(({ type }) => KIND[type]),
  );
}

/** Where a page ends, for the cursor of the next one. */
export function cursorOf(order: RowOrder, row: { k0: KeyValue; k1: KeyValue; k2?: KeyValue }): CursorValues {
  return [row.k0, row.k1, row.k2].slice(0, order.keys.length).map((value) => textOf(value ?? ''));
}

/** Rows behind the cursor. */
export function cursorCondition({ keys, downward }: RowOrder, cursor: CursorValues, place: (value: unknown) => string): string {
  const values = keys.map(({ type }, at) => `${place(cursor[at])}::${type}`);
  return `(${keys.map(({ sql }) => sql).join(', ')}) ${downward ? '<' : '>'} (${values.join(', ')})`;
}

function textOf(value: KeyValue): string {
  if (value instanceof Date) return value.toISOString();
  return value === Infinity ? 'infinity' : String(value);
}
