import type { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { usePending } from '../../shared/state/pending';
import { useTaskCounts } from '../../shared/state/session';
import { filtersOn } from './filter-count';
import type { InboxSearch } from './inbox-search';
import { nextRow, type StuckRow } from './stuck-rows';
import { useInboxRows, type InboxRows } from './use-inbox-rows';

export interface Inbox {
  search: InboxSearch;
  list: InboxRows;
  openId: string | null;
  selectedKey: string | null;
  position: { index: number; total: number } | null;
  open: (row: StuckRow) => void;
  openSelected: () => void;
  close: () => void;
  previous: (() => void) | undefined;
  next: (() => void) | undefined;
  decided: () => void;
  change: (change: Partial<InboxSearch>) => void;
}

interface InboxInput {
  search: InboxSearch;
  navigate: ReturnType<typeof useNavigate<never, '/inbox'>>;
  /** With room for it, the first request is open without being asked for. */
  opensFirst: boolean;
}

function useKeepInSight(key: string | null): void {
  useEffect(() => {
    if (key) document.querySelector(`[data-row="${key}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [key]);
}

/** The how-manieth row it is of those that are left. Pure. */
export function positionOf(list: InboxRows, index: number, total: number | undefined): Inbox['position'] {
  if (index < 0) return null;
  const shown = list.rows.filter((row) => !row.gone);
  const place = list.rows.slice(0, index + 1).filter((row) => !row.gone).length;
  return { index: Math.max(place, 1), total: Math.max(total ?? shown.length, shown.length, 1) };
}

/** The inbox's place: which row is open, where `j` and `k` lead, what opens after a decision. */
export function useInbox({ search, navigate, opensFirst }: InboxInput): Inbox {
  const { open: opened, ...filters } = search;
  const tab = search.tab ?? 'todo';
  const list = useInboxRows(filters);
  const counts = useTaskCounts();
  const busy = new Set(usePending().map((command) => command.requestId));
  const [cursor, setCursor] = useState<string | null>(null);
  const first = list.rows.find((row) => !row.gone) ?? list.rows[0];
  // A draft is a form, not something to read: it never opens by itself.
  const openId = opened ?? (opensFirst && tab !== 'drafts' ? (first?.row.requestId ?? null) : null);
  const selected = list.rows.find((row) => (openId === null ? row.key === cursor : row.row.requestId === openId));
  const index = selected ? list.rows.indexOf(selected) : -1;
  const selectedKey = selected?.key ?? null;
  useKeepInSight(selectedKey);
  const go = (id: string | undefined, replace: boolean): void => void navigate({ search: (before) => ({ ...before, open: id }), replace });
  const show = (row: StuckRow, replace: boolean): void => {
    const { status, requestId, definition } = row.row;
    if (status === 'draft') void navigate({ to: '/start/$key', params: { key: definition.key }, search: { draft: requestId } });
    else go(requestId, replace);
  };
  const step = (target: StuckRow | undefined) =>
    target && (() => (openId === null || tab === 'drafts' ? setCursor(target.key) : show(target, true)));
  return {
    search,
    list,
    openId,
    selectedKey,
    position: positionOf(list, index, filtersOn(search) > 0 || tab === 'done' ? undefined : counts?.[tab]),
    open: (row) => show(row, false),
    openSelected: () => selected && show(selected, false),
    close: () => go(undefined, true),
    previous: step(list.rows[index - 1]),
    next: step(list.rows[index + 1]),
    decided: () => {
      const following = selectedKey ? nextRow(list.rows, selectedKey, busy) : null;
      if (following) show(following, true);
      else if (!opensFirst) go(undefined, true);
    },
    change: (change) => void navigate({ search: (before) => ({ ...before, ...change, open: undefined }), replace: true }),
  };
}
