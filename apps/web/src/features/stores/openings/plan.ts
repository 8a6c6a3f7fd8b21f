import { daysBetween, type Bilingual } from '@countersign/domain';
import type { RequestView } from '../../../shared/api/wire';

type List = RequestView['lists'][number];
export type PlanItem = List['items'][number];
export type PlanState = 'done' | 'waived' | 'late' | 'waits' | 'open';

/** One item as it lies between the days; days count from the day that the plan counts to, before it they are negative. */
export interface PlanRow {
  item: PlanItem;
  state: PlanState;
  /** When what comes before it should be done, or a few days before it is due itself. Null: it is due on no day. */
  from: number | null;
  to: number | null;
  /** Items that it waits for, and that wait for it. */
  waits: Bilingual[];
  holds: Bilingual[];
}

export interface PlanGroup {
  id: string;
  /** Null: what belongs to no part. */
  title: Bilingual | null;
  rows: PlanRow[];
}

export interface Plan {
  label: Bilingual;
  /** YYYY-MM-DD */
  day: string;
  today: number;
  first: number;
  last: number;
  groups: PlanGroup[];
}

/** A plan is never drawn narrower. */
const LEAST = { first: -45, last: 30 };
/** How long an item is drawn that nothing comes before. */
const USUAL_DAYS = 4;

const titlesOf = (items: readonly PlanItem[], ids: readonly string[]): Bilingual[] =>
  items.flatMap(({ id, title, state }) => (ids.includes(id) && state === 'open' ? [title] : []));

function stateOf({ state, due, waits }: PlanItem): PlanState {
  if (state !== 'open') return state;
  if (due?.late) return 'late';
  return waits.length > 0 ? 'waits' : 'open';
}

/** The lists of a request laid out by days, in document order; null where none counts to a day. Pure. */
export function planOf(lists: readonly List[]): Plan | null {
  const counted = lists.find(({ countsTo }) => countsTo !== null)?.countsTo;
  if (!counted) return null;
  const { day, daysLeft, label } = counted;
  const offset = ({ due }: PlanItem): number | null => (due === null ? null : daysBetween(day, due.day));
  const groups = lists.flatMap((list) => groupsOf(list, { offset, several: lists.length > 1 }));
  const ends = groups.flatMap(({ rows }) => rows.flatMap(({ to }) => to ?? []));
  const today = -daysLeft;
  return {
    ...{ label, day, today, groups },
    first: Math.min(LEAST.first, today, ...ends.map((end) => end - USUAL_DAYS)),
    last: Math.max(LEAST.last, today, ...ends) + 1,
  };
}

function groupsOf(list: List, { offset, several }: { offset: (item: PlanItem) => number | null; several: boolean }): PlanGroup[] {
  const { items, groups, step, title } = list;
  const row = (item: PlanItem): PlanRow => {
    const to = offset(item);
    const before = items.filter(({ frees }) => frees.includes(item.id)).flatMap((other) => offset(other) ?? []);
    const from = to === null ? null : Math.min(to - 1, before.length > 0 ? Math.max(...before) : to - USUAL_DAYS);
    const holds = item.state === 'open' ? titlesOf(items, item.frees) : [];
    return { item, state: stateOf(item), from, to, waits: titlesOf(items, item.waits), holds };
  };
  const inOrder = (all: readonly PlanItem[]): PlanRow[] => all.map(row).sort((one, other) => (one.to ?? Infinity) - (other.to ?? Infinity));
  const known = groups.map((group) => ({
    id: `${step} ${group.id}`,
    title: group.title,
    rows: inOrder(items.filter((item) => item.group === group.id)),
  }));
  const rest = inOrder(items.filter((item) => !groups.some(({ id }) => id === item.group)));
  const other: PlanGroup = { id: step, title: several || groups.length === 0 ? title : null, rows: rest };
  return rest.length === 0 ? known : [...known, other];
}

/** What is looked at. */
export type PlanShown = 'open' | 'all' | 'late';

/** Pure. */
export const rowsShown = (rows: readonly PlanRow[], shown: PlanShown): PlanRow[] =>
  rows.filter(({ state, item }) => shown === 'all' || (shown === 'late' ? state === 'late' : item.state === 'open'));
