import { Problem } from './problem';

/** Where a list goes on: the sort values of its last row, opaque to the caller. */
export type CursorValues = (string | number | null)[];

export function encodeCursor(values: CursorValues): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The values of a cursor that this program made; anything else is a wrong parameter. No length: whoever reads the values counts them. */
export function decodeCursor(cursor: string | undefined, length?: number): CursorValues | null {
  if (cursor === undefined || cursor === '') return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && (length === undefined || values.length === length) && values.every(isCursorValue)) return values;
  } catch {
    // Falls through: not a cursor of ours.
  }
  throw new Problem('invalid-parameter', { name: 'cursor' });
}

const isCursorValue = (value: unknown): value is string | number | null =>
  value === null || typeof value === 'string' || typeof value === 'number';

/** Cuts the one row that was read too many and says where to go on. */
export function pageOf<Row>(rows: Row[], limit: number, cursorOf: (row: Row) => CursorValues): { rows: Row[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null };
}

export const DEFAULT_LIMIT = 50;

/** `%` and `_` of a search text mean themselves. */
export const likePattern = (text: string): string => `%${text.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
