import type { InboxRow } from '../../shared/api/wire';

/** A row as the list shows it; `gone` = it was here when the reader looked and is no longer with them. */
export interface StuckRow {
  key: string;
  row: InboxRow;
  gone: boolean;
}

/** What makes a row the same row: its task, or its request where there is no task. */
export const rowKey = (row: InboxRow): string => row.taskId ?? row.requestId;

/**
 * The list after a refresh: rows that left it stay where they were, greyed, so that nothing jumps under the reader's hand.
 * Fresh rows keep the server's order; each gone row follows the row that it followed before. Pure.
 */
export function stickRows(before: readonly StuckRow[], fresh: readonly InboxRow[]): StuckRow[] {
  const result: StuckRow[] = fresh.map((row) => ({ key: rowKey(row), row, gone: false }));
  before.forEach((old, index) => {
    if (result.some((row) => row.key === old.key)) return;
    const above = before
      .slice(0, index)
      .reverse()
      .map((row) => result.findIndex((candidate) => candidate.key === row.key))
      .find((position) => position >= 0);
    result.splice((above ?? -1) + 1, 0, { ...old, gone: true });
  });
  return result;
}

/** Where to go on after a decision on `key`: the next row that still waits, else the nearest one before. Pure. */
export function nextRow(rows: readonly StuckRow[], key: string, busy: ReadonlySet<string>): StuckRow | null {
  const waits = (row: StuckRow): boolean => !row.gone && row.key !== key && !busy.has(row.row.requestId);
  const index = rows.findIndex((row) => row.key === key);
  return rows.slice(index + 1).find(waits) ?? rows.slice(0, Math.max(index, 0)).findLast(waits) ?? null;
}
