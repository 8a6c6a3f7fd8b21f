import type { InboxRow } from '../../../shared/api/wire';

/** A row as the list shows it; `gone` = it was here when the reader looked and is no longer with them. */
export interface StuckRow {
  key: string;
  row: InboxRow;
  gone: boolean;
}

/** The list as its reader knows it, and what has come in above it since. */
export interface StuckList {
  rows: StuckRow[];
  /** Rows that would push others down: they wait until the reader asks for them. */
  arrived: InboxRow[];
}

/** What the server says now; `complete` = nothing follows the rows that it sent. */
export interface FreshRows {
  rows: readonly InboxRow[];
  complete: boolean;
}

/** A request is one row, whatever the number of tasks that its reader has on it. */
export const rowKey = (row: InboxRow): string => row.requestId;

const live = (row: InboxRow): StuckRow => ({ key: rowKey(row), row, gone: false });

/** The list as the server orders it. Pure. */
export const freshList = (fresh: FreshRows): StuckList => ({ rows: fresh.rows.map(live), arrived: [] });

/**
 * The list after a refresh. Nothing jumps under the reader's hand: rows that left it stay where they were, greyed; what is new above
 * the last row that they know waits in `arrived`; what is new below it follows. A row that may only have slipped to the next page is not gone. Pure.
 */
export function stickRows(before: StuckList, fresh: FreshRows): StuckList {
  if (before.rows.every((row) => row.gone)) return freshList(fresh);
  const known = new Set(before.rows.map((row) => row.key));
  const lastKnown = fresh.rows.findLastIndex((row) => known.has(rowKey(row)));
  const arrived = fresh.rows.filter((row, index) => index < lastKnown && !known.has(rowKey(row)));
  const rows = fresh.rows.filter((row, index) => index > lastKnown || known.has(rowKey(row))).map(live);
  const present = new Set(rows.map((row) => row.key));
  const lastPresent = before.rows.findLastIndex((row) => present.has(row.key));
  before.rows.forEach((old, index) => {
    if (present.has(old.key)) return;
    const slipped = !fresh.complete && index > lastPresent && !old.gone;
    const above = before.rows.slice(0, index).findLast((row) => rows.some((candidate) => candidate.key === row.key));
    const place = above ? rows.findIndex((candidate) => candidate.key === above.key) + 1 : 0;
    rows.splice(place, 0, { ...old, gone: !slipped });
  });
  return { rows, arrived };
}

/** Where to go on after a decision on `key`: the next row that still waits, else the nearest one before. Pure. */
export function nextRow(rows: readonly StuckRow[], key: string, busy: ReadonlySet<string>): StuckRow | null {
  const waits = (row: StuckRow): boolean => !row.gone && row.key !== key && !busy.has(row.row.requestId);
  const index = rows.findIndex((row) => row.key === key);
  return rows.slice(index + 1).find(waits) ?? rows.slice(0, Math.max(index, 0)).findLast(waits) ?? null;
}
