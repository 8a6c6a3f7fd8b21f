import { kindOf, type HumanStep } from '../../definition/step.schema';
import { equalJson } from '../../digest/equal-json';
import { isAbout, type ShownNow } from '../../form/shown/shown-now';
import { isSettled, standingItems, waitingFor } from '../../request/items/items';
import type { ItemClock, ItemRecord, ItemsRecord, ItemTimes } from '../../request/items/item-record';
import type { Seat, StepRecord, Vote } from '../../request/request-state';
import { ownValue } from '../../text/own-value';

/** Who has just said something on a step, by which word, should theirs be the last of what is theirs to do. */
export interface LastWord {
  seat: string;
  vote: Vote;
}

/** Whether all that must be is done, or was waived. Pure. */
export function itemsPassed(step: HumanStep, { of }: Pick<ItemsRecord, 'of'>): boolean {
  const mandatory = new Set((kindOf(step).list?.(step).items ?? []).filter((item) => item.mandatory).map(({ id }) => id));
  return Object.entries(of).every(([id, item]) => !mandatory.has(id) || isSettled(item));
}

/**
 * A seat is open as long as an item waits for its word: it is opened anew in this transition, closed by its own last word, or by those of others.
 * Whoever is asked a question has no items, and waits for none.
 */
function seatNow(key: string, seat: Seat, { items, word, n }: { items: ItemsRecord; word: LastWord | null; n: number }): Seat {
  if (seat.question !== undefined) return seat;
  const { person, vote, waits, ...rest } = seat;
  if (waitingFor(items, key, person).length > 0) return vote || waits ? { ...rest, person, generation: n } : seat;
  if (vote) return seat;
  if (word?.seat === key) return { ...rest, person, vote: word.vote };
  return { ...rest, person, waits: true };
}

/** The step with its items as they are now: which seats still wait, and whether it has passed. Pure. */
export function withItems(
  record: StepRecord,
  items: ItemsRecord,
  { step, word, n }: { step: HumanStep; word: LastWord | null; n: number },
): StepRecord {
  const passed = itemsPassed(step, items);
  const seats = Object.entries(record.seats).map(([key, seat]): [string, Seat] => {
    if (passed && word?.seat === key && !seat.vote) return [key, { ...seat, vote: word.vote }];
    return [key, passed ? seat : seatNow(key, seat, { items, word, n })];
  });
  return { ...record, status: passed ? 'passed' : 'open', seats: Object.fromEntries(seats), items };
}

/** What of a step's people an arrival has found. */
export interface FoundItems {
  people: readonly string[];
  items: Record<string, number[][]>;
  waivers?: readonly string[];
  dues?: Readonly<Record<string, ItemTimes>>;
}

/** Items as people were found for them, with what still stands of what was said about them before. Pure. */
export function itemsFor(
  { seats }: Pick<StepRecord, 'seats'>,
  known: ItemsRecord | undefined,
  { people, items, waivers = [], dues = {} }: FoundItems,
  { shown, now, today }: { shown: ShownNow; now: string; today: string },
): ItemsRecord {
  // Whoever handed a seat on, or lent it, was found for it: their items are whoever's who sits there.
  const holders = ([seat, { person, from, lentBy }]: [string, Seat]) =>
    [from, lentBy, person].flatMap((each) => (each ? [[each, seat] as const] : []));
  const seatOf = new Map(Object.entries(seats).flatMap(holders));
  const before = standingItems(known?.of ?? {}, (word) => isAbout(word, shown));
  const of = Object.entries(items).map(([id, groups]): [string, ItemRecord] => {
    const named = groups.map((group) => group.flatMap((place) => seatOf.get(people[place] ?? '') ?? []));
    const times = ownValue(dues, id);
    return [
      id,
      { ...ownValue(before, id), seats: named, ...(times && { clock: clockWith(times, ownValue(known?.of ?? {}, id)?.clock, now) }) },
    ];
  });
  return { since: known?.since ?? today, waivers: [...waivers], of: Object.fromEntries(of) };
}

/** An item's time with its next rung. What is past already when its step opens reminds nobody; that it is late is told all the same. */
function clockWith(times: ItemTimes, was: ItemClock | undefined, now: string): ItemClock {
  const come = times.marks.filter((at) => Date.parse(at) <= Date.parse(now)).length;
  return { ...times, rung: Math.min(was?.rung ?? 1, come) };
}

/** The step but for when its items are due. Pure. */
export function withoutTimes(record: StepRecord): StepRecord {
  const { items } = record;
  if (!items) return record;
  const of = Object.entries(items.of).map(([id, { clock: _clock, ...item }]) => [id, item] as const);
  return { ...record, items: { ...items, of: Object.fromEntries(of) } };
}

/** Items that wait for others, come to again: whose word was about something else is asked again. Pure. */
export function itemsAgain(record: StepRecord, { step, now, n }: { step: HumanStep; now: ShownNow; n: number }): StepRecord {
  const { items } = record;
  if (!items) return record;
  const of = standingItems(items.of, (word) => isAbout(word, now));
  return equalJson(of, items.of) ? record : withItems(record, { ...items, of }, { step, word: null, n });
}

/**
 * A step that looks for its people from the beginning, with what has been done about its items, or was signed while there were people enough; null where
 * nothing of that is there: it is then as if new. Pure.
 */
export function lookingAgain(record: StepRecord | undefined, n: number): StepRecord | null {
  if (record?.status === 'blocked' && record.keeps) return { status: 'blocked', generation: n, seats: record.seats, keeps: true };
  return record?.items ? { status: 'blocked', generation: n, seats: {}, items: record.items } : null;
}
