import { isSettled, waitingFor } from './items';
import type { ItemClock } from './item-record';
import type { StepRecord } from '../request-state';
import { ownValue } from '../../text/own-value';

/** Items of a step that are still to be done and due some time. */
function openClocks({ items }: StepRecord): [string, ItemClock][] {
  return Object.entries(items?.of ?? {}).flatMap(([id, item]): [string, ItemClock][] =>
    item.clock === undefined || isSettled(item) ? [] : [[id, item.clock]],
  );
}

const earliest = (moments: readonly string[]): string | null => [...moments].sort()[0] ?? null;

/** The moment (ISO) at which the next rung of an item comes, and the items whose rung that is; null where none is ahead. Pure. */
export function nextItemRung(record: StepRecord): { at: string; items: string[] } | null {
  const ahead = openClocks(record).flatMap(([id, { marks, rung }]) => (marks[rung] === undefined ? [] : [{ id, at: marks[rung] }]));
  const at = earliest(ahead.map((each) => each.at));
  return at === null ? null : { at, items: ahead.filter((each) => each.at === at).map(({ id }) => id) };
}

/** When the first of the items is due that are still to be done, of those that wait for one seat where that is named; null where none is. Pure. */
export function itemsDue(record: StepRecord | undefined, seat?: string): string | null {
  const items = record?.items;
  if (record === undefined || items === undefined) return null;
  const own = seat === undefined ? null : waitingFor(items, seat, ownValue(record.seats, seat)?.person ?? '');
  return earliest(openClocks(record).flatMap(([id, { due }]) => (own === null || own.includes(id) ? [due] : [])));
}

/** Whose word an item of an open step waits for. Pure. */
export function awaitedOn(record: StepRecord, item: string): string[] {
  const { items, seats } = record;
  return Object.entries(seats).flatMap(([seat, { person }]) => (items && waitingFor(items, seat, person).includes(item) ? [person] : []));
}
