import type { ItemRecord, ItemSignature, ItemsRecord } from './item-record';
import type { StepRecord } from '../request-state';
import { ownValue } from '../../text/own-value';

/** Gives each of these another of several places, as far as they may stand there; whether all got one. */
function allPlaced(may: readonly (readonly number[])[]): boolean {
  const taken = new Map<number, number>();
  const place = (who: number, tried: Set<number>): boolean =>
    (may[who] ?? []).some((at) => {
      if (tried.has(at)) return false;
      tried.add(at);
      const holder = taken.get(at);
      if (holder !== undefined && !place(holder, tried)) return false;
      taken.set(at, who);
      return true;
    });
  return may.every((_, who) => place(who, new Set()));
}

/** For which of those who sign an item somebody may stand, by their seat. Pure. */
export function placesOf({ seats }: ItemRecord, seat: string): number[] {
  return seats.flatMap((each, place) => (each.includes(seat) ? [place] : []));
}

/** Whether these people can be asked for each of those who sign, each of them somebody else. Pure. */
export function canBeSigned(people: readonly (readonly number[])[]): boolean {
  return allPlaced(people);
}

/** Whether a word for some of these places still finds one that nobody has signed for. Pure. */
export function findsPlace({ signed = [] }: ItemRecord, places: readonly number[]): boolean {
  return places.length > 0 && allPlaced([...signed.map(({ as = [0] }) => as), places]);
}

/** The transition that brought the newest word on an item; 0: there is none. Pure. */
export function newestWord(item: ItemRecord | undefined): number {
  return item?.signed?.at(-1)?.n ?? 0;
}

/** Whether everybody has signed the item who has to. Pure. */
export function isDone({ seats, signed = [] }: ItemRecord): boolean {
  return signed.length >= seats.length;
}

/** Whether nothing is left to do about an item: it is done, or was waived. Pure. */
export function isSettled(item: ItemRecord): boolean {
  return item.waived !== undefined || isDone(item);
}

/** What stands of an item; undefined where there is none. Pure. */
export function itemOf(record: StepRecord | undefined, item: string | null): ItemRecord | undefined {
  const of = record?.items?.of;
  return item === null ? undefined : ownValue(of, item);
}

/** Items that wait for a seat's word. Pure. */
export function waitingFor({ of }: ItemsRecord, seat: string, person: string): string[] {
  return Object.entries(of)
    .filter(
      ([, item]) => !isSettled(item) && !item.signed?.some((each) => each.person === person) && findsPlace(item, placesOf(item, seat)),
    )
    .map(([id]) => id);
}

/** Everybody who has signed or waived anything on a step. Pure. */
export function itemWordsOf(record: StepRecord | undefined): Pick<ItemSignature, 'person' | 'material' | 'shown' | 'n'>[] {
  return Object.values(record?.items?.of ?? {}).flatMap(({ signed = [], waived }) => (waived ? [...signed, waived] : signed));
}

/** The items as far as what was said about them still stands. Pure. */
export function standingItems(
  of: ItemsRecord['of'],
  stands: (word: Pick<ItemSignature, 'material' | 'shown'>) => boolean,
): ItemsRecord['of'] {
  return Object.fromEntries(
    Object.entries(of).map(([id, { seats, signed = [], waived, clock }]) => {
      const kept = signed.filter(stands);
      const stays = waived && stands(waived) ? { waived } : {};
      return [id, { seats, ...(kept.length > 0 ? { signed: kept } : {}), ...stays, ...(clock && { clock }) }];
    }),
  );
}
