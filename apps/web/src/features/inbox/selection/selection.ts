import { useMemo, useState } from 'react';
import type { InboxTab } from '../../../shared/api/wire';
import type { StuckRow } from '../list/stuck-rows';

/** As many as one press decides. */
export const MOST_SELECTED = 100;

/** What is selected, and the row that the next range begins at. */
export interface Selected {
  keys: readonly string[];
  anchor: string | null;
}
export const NOTHING: Selected = { keys: [], anchor: null };

/** A row that may be selected: it waits for its reader. Pure. */
export const isSelectable = ({ row, gone }: StuckRow): boolean => !gone && !row.pending && row.taskId !== null;

const bounded = (keys: readonly string[]): string[] => [...new Set(keys)].slice(0, MOST_SELECTED);

/** One row more, or one less; with a range, all rows from the last one pressed to this one. Rows beyond the bound stay out. Pure. */
export function toggled({ keys, anchor }: Selected, rows: readonly StuckRow[], key: string, range: boolean): Selected {
  const from = rows.findIndex((row) => row.key === anchor);
  const to = rows.findIndex((row) => row.key === key);
  if (range && from >= 0 && to >= 0) {
    const between = rows.slice(Math.min(from, to), Math.max(from, to) + 1).filter(isSelectable);
    return { keys: bounded([...keys, ...between.map((row) => row.key)]), anchor: key };
  }
  return { keys: keys.includes(key) ? keys.filter((each) => each !== key) : bounded([...keys, key]), anchor: key };
}

/** All rows that are shown, or none where they are selected already. Pure. */
export function allToggled({ keys }: Selected, rows: readonly StuckRow[]): Selected {
  const all = bounded(rows.filter(isSelectable).map((row) => row.key));
  return all.every((key) => keys.includes(key)) ? NOTHING : { keys: all, anchor: null };
}

/** Selecting rows to decide them together. */
export interface Selection {
  /** Rows show a box to tick. */
  choosing: boolean;
  rows: StuckRow[];
  /** Everything that may be selected is, or some of it. */
  extent: 'all' | 'some' | 'none';
  has: (key: string) => boolean;
  start: () => void;
  clear: () => void;
  toggle: (key: string, range: boolean) => void;
  toggleAll: () => void;
  /** What is selected lies beside the list, to be looked over. */
  looking: boolean;
  look: (open: boolean) => void;
}

/** Keeps what is selected as long as the list is the same one. Whatever left the list is not selected any more. */
export function useSelection(list: readonly StuckRow[], identity: { tab: InboxTab; of: string; opensAtOnce: boolean }): Selection {
  const { tab, of, opensAtOnce } = identity;
  const [held, setHeld] = useState({ of, selected: NOTHING, choosing: false, looking: false });
  const now = held.of === of && tab === 'todo' ? held : { of, selected: NOTHING, choosing: false, looking: false };
  const { selected, choosing } = now;
  const rows = useMemo(() => list.filter((row) => isSelectable(row) && selected.keys.includes(row.key)), [list, selected]);
  const set = (next: Selected): void =>
    setHeld({ of, selected: next, choosing: true, looking: next.keys.length > 0 && (opensAtOnce || now.looking) });
  const most = Math.min(list.filter(isSelectable).length, MOST_SELECTED);
  return {
    choosing: choosing && tab === 'todo',
    rows,
    extent: rows.length === 0 ? 'none' : rows.length >= most ? 'all' : 'some',
    has: (key) => rows.some((row) => row.key === key),
    start: () => setHeld({ ...now, choosing: true }),
    clear: () => setHeld({ of, selected: NOTHING, choosing: false, looking: false }),
    toggle: (key, range) => set(toggled(selected, list, key, range)),
    toggleAll: () => set(allToggled(selected, list)),
    looking: now.looking,
    look: (looking) => setHeld({ ...now, looking }),
  };
}
