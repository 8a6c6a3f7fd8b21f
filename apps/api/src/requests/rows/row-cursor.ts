import type { CursorValues } from '../../http/cursor';
import { Problem } from '../../http/problem';
import type { RowKey, RowOrder } from './row-lists';

/** A value of an order as the database gives it; `infinity` comes as a number. */
export type KeyValue = Date | number | string;

const INFINITY = 'infinity';
const WHOLE = /^-?\d{1,18}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const FITS: Record<RowKey['type'], (value: string) => boolean> = {
  timestamptz: (value) => value === INFINITY || isIsoTime(value),
  bigint: (value) => WHOLE.test(value),
  uuid: (value) => UUID.test(value),
};

/** Where a page ends, for the cursor of the next one. */
export function cursorOf(order: RowOrder, row: { k0: KeyValue; k1: KeyValue; k2?: KeyValue }): CursorValues {
  return [row.k0, row.k1, row.k2].slice(0, order.keys.length).map((value) => textOf(value ?? ''));
}

/** Rows behind the cursor. A cursor that this order did not give is a wrong parameter. */
export function cursorCondition({ keys, downward }: RowOrder, cursor: CursorValues, place: (value: unknown) => string): string {
  const values = keys.map(({ type }, at) => {
    const value = cursor[at];
    if (cursor.length !== keys.length || typeof value !== 'string' || !FITS[type](value))
      throw new Problem('invalid-parameter', { name: 'cursor' });
    return `${place(value)}::${type}`;
  });
  return `(${keys.map(({ sql }) => sql).join(', ')}) ${downward ? '<' : '>'} (${values.join(', ')})`;
}

function textOf(value: KeyValue): string {
  if (value instanceof Date) return value.toISOString();
  return value === Infinity ? INFINITY : String(value);
}

/** Exactly as `Date` writes it: nothing that PostgreSQL could fail to read. */
function isIsoTime(value: string): boolean {
  const time = /^\d{4}-/.test(value) ? new Date(value) : new Date(NaN);
  return !Number.isNaN(time.getTime()) && time.toISOString() === value;
}
