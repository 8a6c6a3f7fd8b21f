import type { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { usePending } from '../../shared/state/sending/pending';
import { useTaskCounts } from '../../shared/state/session';
import { filtersOf, filtersOn, isHistory, type InboxSearch } from './filter/inbox-search';
import { keepInSight } from './list/keep-in-sight';
import { isSelectable, useSelection, type Selection } from './selection/selection';
import { nextRow, type StuckRow } from './list/stuck-rows';
import { useInboxRows, type InboxRows } from './list/use-inbox-rows';

export interface Inbox {
  search: InboxSearch;
  list: InboxRows;
  openId: string | null;
  selectedKey: string | null;
  position: { index: number; total: number } | null;
  /** It was opened by a decision on the one before: the focus goes there. */
  followed: boolean;
  open: (row: StuckRow) => void;
  openSelected: () => void;
  close: () => void;
  previous: (() => void) | undefined;
  next: (() => void) | undefined;
  decided: () => void;
  /** Several may be selected, to decide them together. */
  selection: Selection;
  choosable: boolean;
  /** Selects the row that the keys have come to. */
  tick: (() => void) | undefined;
  openById: (requestId: string) => void;
  change: (change: Partial<InboxSearch>) => void;
}

interface InboxInput {
  search: InboxSearch;
  navigate: ReturnType<typeof useNavigate<never, '/inbox'>>;
  /** With room for it, the first request is open without being asked for. */
  opensFirst: boolean;
  /** What is selected lies beside the list by itself. */
  looksAtOnce: boolean;
}

/** Rows are read ahead before the last one is reached. */
const AHEAD = 3;

/** Keeps the row that is open on screen, also when rows above it come or go, and has the next ones ready. */
function useKeepInSight(key: string | null, index: number, list: InboxRows): void {
  useEffect(() => {
    if (key) keepInSight(key);
  }, [key, index]);
  const near = index >= 0 && index >= list.rows.length - AHEAD && list.hasMore && !list.loadingMore;
  const { loadMore } = list;
  useEffect(() => {
    if (near) loadMore();
    // `loadMore` is made anew each time; what counts is that the end is near.
  }, [near]);
}

/** The how-manieth row it is of those that are left; it has no place among them once it is gone. Pure. */
export function positionOf(list: InboxRows, index: number, total: number | undefined): Inbox['position'] {
  if (index < 0 || list.rows[index]?.gone) return null;
  const shown = list.rows.filter((row) => !row.gone);
  const place = list.rows.slice(0, index + 1).filter((row) => !row.gone).length;
  return { index: Math.max(place, 1), total: Math.max(total ?? shown.length, shown.length, 1) };
}

/** The row that is open, or that the keys have come to where none is. */
function useSelected(list: InboxRows, openId: string | null) {
  const [cursor, setCursor] = useState<string | null>(null);
  const selected = list.rows.find((row) => (openId === null ? row.key === cursor : row.row.requestId === openId));
  const index = selected ? list.rows.indexOf(selected) : -1;
  useKeepInSight(selected?.key ?? null, index, list);
  return { selected, index, setCursor };
}

/** What lies open without being asked for. A draft is a form, not something to read; nor does what a list of earlier shows while it is read again. */
function useOpensFirst({ search, navigate, opensFirst }: InboxInput, list: InboxRows): void {
  const wanted = opensFirst && search.open === undefined && search.tab !== 'drafts' && !list.fetching;
  const first = wanted ? list.rows.find((row) => !row.gone)?.row.requestId : undefined;
  useEffect(() => {
    if (first) void navigate({ search: (before) => ({ ...before, open: before.open ?? first }), replace: true, resetScroll: false });
  }, [first, navigate]);
}

/** Where a row leads: a draft to its form, everything else beside the list. */
function ways(navigate: InboxInput['navigate']) {
  const go = (id: string | undefined, replace: boolean): void =>
    // The list has a scroll of its own, which follows the row that is open and not the address.
    void navigate({ search: (before) => ({ ...before, open: id }), replace, resetScroll: false });
  const show = ({ row: { status, requestId, definition } }: StuckRow, replace: boolean): void => {
    if (status === 'draft') void navigate({ to: '/start/$key', params: { key: definition.key }, search: { draft: requestId } });
    else go(requestId, replace);
  };
  return { go, show };
}

/** Several are selected among what waits, as long as the list is the same. */
function useChoosing({ search, looksAtOnce }: InboxInput, list: InboxRows, at: StuckRow | undefined) {
  const { tab = 'todo', sort } = search;
  const selection = useSelection(list.rows, { tab, of: JSON.stringify({ ...filtersOf(search), sort }), opensAtOnce: looksAtOnce });
  return {
    selection,
    choosable: tab === 'todo' && !selection.choosing && list.rows.some(isSelectable),
    tick: tab === 'todo' && at && isSelectable(at) ? () => selection.toggle(at.key, false) : undefined,
  };
}

/** A dialog gives the focus back to its button, which has gone with the decision: by then it is to be somewhere. */
const AFTER_DIALOG_MS = 400;

/** Nothing follows: whoever works by keyboard goes on at the list, unless they are somewhere already. */
function focusList(): void {
  setTimeout(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('[data-list]')?.focus({ preventScroll: true });
  }, AFTER_DIALOG_MS);
}

/** The inbox's place: which row is open, where `j` and `k` lead, what opens after a decision. What is open always stands in the address. */
export function useInbox(input: InboxInput): Inbox {
  const { search, navigate, opensFirst } = input;
  const { open: openId = null, tab = 'todo', sort } = search;
  // What else stands in the address was put there by whoever passed it on.
  const list = useInboxRows({ ...filtersOf(search), ...(search.tab ? { tab } : {}), ...(sort ? { sort } : {}) });
  const counts = useTaskCounts();
  const busy = new Set(usePending().map((command) => command.requestId));
  const [followed, setFollowed] = useState<string | null>(null);
  const { selected, index, setCursor } = useSelected(list, openId);
  useOpensFirst(input, list);
  const { go, show } = ways(navigate);
  const step = (target: StuckRow | undefined) =>
    target && (() => (openId === null || tab === 'drafts' ? setCursor(target.key) : show(target, true)));
  const choosing = useChoosing(input, list, selected);
  const decided = (): void => {
    const following = selected ? nextRow(list.rows, selected.key, busy) : null;
    setFollowed(following?.row.requestId ?? null);
    if (following) return show(following, true);
    if (!opensFirst) go(undefined, true);
    focusList();
  };
  return {
    search,
    list,
    openId,
    selectedKey: selected?.key ?? null,
    position: positionOf(list, index, filtersOn(search) > 0 || isHistory(tab) ? undefined : counts?.[tab]),
    followed: openId !== null && followed === openId,
    open: (row) => show(row, false),
    openSelected: () => selected && show(selected, false),
    close: () => go(undefined, true),
    previous: step(list.rows[index - 1]),
    next: step(list.rows[index + 1]),
    decided,
    ...choosing,
    openById: (id) => go(id, false),
    // What is read stays, whatever list lies beside it.
    change: (change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true }),
  };
}
