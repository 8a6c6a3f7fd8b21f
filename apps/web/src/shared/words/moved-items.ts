import { dayAfter, daysBetween } from '@countersign/domain';
import type { RequestView } from '../api/wire';

type List = Pick<RequestView['lists'][number], 'items' | 'countsTo'>;
type Item = List['items'][number];

/** What becomes of lists whose day moves. */
export interface MovedItems {
  days: number;
  items: Item[];
  /** Those that would be past their day at once, and are not now. */
  late: Item[];
}

/** What would move with the day that lists count to. Items that count from another day stay where they are, and so does what is done. Pure. */
export function movedBy(lists: readonly List[], to: string): MovedItems {
  const counted = lists.flatMap(({ countsTo, items }) => (countsTo === null ? [] : [{ countsTo, items }]));
  const [first] = counted;
  const days = first ? daysBetween(first.countsTo.day, to) : 0;
  if (!first || days === 0) return { days, items: [], late: [] };
  const today = dayAfter(first.countsTo.day, -first.countsTo.daysLeft);
  const items = counted.flatMap((list) => list.items.filter(({ state, due }) => state === 'open' && due !== null && due.offset !== null));
  return { days, items, late: items.filter(({ due }) => due !== null && !due.late && dayAfter(due.day, days) < today) };
}
