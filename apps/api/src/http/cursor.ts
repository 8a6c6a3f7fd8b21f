import { isStorable } from './door/unfit';
import { Problem } from './problem/problem';

/** Where a list goes on: the sort values of its last row, opaque to the caller. */
export type CursorValues = string[];

export function encodeCursor(values: CursorValues): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** What a value of a cursor is: `time` as `Date` writes it or `infinity`, `whole` of at most 18 digits. */
export type CursorKind = 'time' | 'whole' | 'uuid' | 'text';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const FITS: Record<CursorKind, (value: string) => boolean> = {
  time: (value) => value === 'infinity' || isIsoTime(value),
  whole: (value) => /^-?\d{1,18}$/.test(value),
  uuid: (value) => UUID.test(value),
  text: isStorable,
};

/** The values of a cursor that this list made; anything else is a wrong parameter, before the database sees it. */
export function decodeCursor(cursor: string | undefined, kinds: readonly CursorKind[]): string[] | null {
  if (cursor === undefined || cursor === '') return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(values) &&
      values.length === kinds.length &&
      kinds.every((kind, at) => typeof values[at] === 'string' && FITS[kind](values[at]))
    )
      return values as string[];
  } catch {
    // Falls through: not a cursor of ours.
  }
  throw new Problem('invalid-parameter', { name: 'cursor' });
}

/** Exactly as `Date` writes it: nothing that PostgreSQL could fail to read. */
function isIsoTime(value: string): boolean {
  const time = /^\d{4}-/.test(value) ? new Date(value) : new Date(NaN);
  return !Number.isNaN(time.getTime()) && time.toISOString() === value;
}

/** Cuts the one row that was read too many and says where to go on. */
export function pageOf<Row>(rows: Row[], limit: number, cursorOf: (row: Row) => CursorValues): { rows: Row[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null };
}

export const DEFAULT_LIMIT = 50;

/** How a list is read a page at a time. */
interface PagedList<Row> {
  /** Of what kind the sort values are. */
  kinds: readonly CursorKind[];
  /** Reads at most so many rows behind the sort values, all null on the first page. */
  read: (after: (string | null)[], most: number) => Promise<Row[]>;
  cursorOf: (row: Row) => CursorValues;
}

/** One page of a list, and where it goes on: one row more is read than is shown. */
export async function readPage<Row>(
  { limit = DEFAULT_LIMIT, cursor }: { limit?: number; cursor?: string },
  { kinds, read, cursorOf }: PagedList<Row>,
): Promise<{ rows: Row[]; nextCursor: string | null }> {
  const after = decodeCursor(cursor, kinds) ?? kinds.map(() => null);
  return pageOf(await read(after, limit + 1), limit, cursorOf);
}

/** `%` and `_` of a search text mean themselves. */
export const likePattern = (text: string): string => `%${text.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
