import type { Item } from '../definition/steps/item.schema';
import { findsPlace, isSettled, itemOf, placesOf } from '../request/items/items';
import { refusal, type Refusal } from '../request/refusal';
import type { ItemRecord } from '../request/items/item-record';
import type { RequestContext, StepRecord } from '../request/request-state';
import { openSeats, recordOf } from '../request/standing';

/** As much of an item as says whether it can be done. */
export type ItemRule = Pick<Item, 'id' | 'after' | 'waivable'>;

/** An item where a request stands, and who is at it. */
export interface AtItem {
  step: string;
  item: string | null;
  person: string;
}

function standing({ context }: { context: RequestContext }, { step, item }: AtItem): { record: StepRecord; known: ItemRecord } | null {
  const record = recordOf(context, step);
  const known = itemOf(record, item);
  return record === undefined || known === undefined ? null : { record, known };
}

/** Items that have to come first and are not done yet. */
function first(rule: ItemRule | undefined, record: StepRecord): string[] {
  return (rule?.after ?? []).filter((id) => {
    const other = itemOf(record, id);
    return other !== undefined && !isSettled(other);
  });
}

/** Why somebody cannot say that an item is done; null where nothing is in the way. Pure. */
export function tickRefusal(context: RequestContext, at: AtItem, rule: ItemRule | undefined): Refusal | null {
  const found = standing({ context }, at);
  const params = { step: at.step, item: at.item };
  if (found === null) return refusal('no-such-item', params);
  const { record, known } = found;
  const { signed = [] } = known;
  if (isSettled(known)) return refusal('item-settled', { ...params, by: (known.waived ?? signed.at(-1))?.person ?? '' });
  if (signed.some(({ person }) => person === at.person)) return refusal('item-signed', params);
  const seats = openSeats(record).filter(([, { person }]) => person === at.person);
  if (!seats.some(([seat]) => placesOf(known, seat).length > 0)) return refusal('item-not-yours', params);
  const waits = first(rule, record);
  if (waits.length > 0) return refusal('item-waits', { ...params, items: waits });
  return seats.some(([seat]) => findsPlace(known, placesOf(known, seat))) ? null : refusal('item-place-taken', params);
}

/** Why somebody cannot take back what was said about an item. Pure. */
export function untickRefusal(context: RequestContext, at: AtItem & { hasComment: boolean }, rules: readonly ItemRule[]): Refusal | null {
  const found = standing({ context }, at);
  const params = { step: at.step, item: at.item };
  if (found === null) return refusal('no-such-item', params);
  const { record, known } = found;
  const { signed = [], waived } = known;
  if (signed.length === 0 && !waived) return refusal('item-open', params);
  const built = rules.filter(
    ({ id, after }) => at.item !== null && after.includes(at.item) && (itemOf(record, id)?.signed ?? []).length > 0,
  );
  if (isSettled(known) && built.length > 0) return refusal('item-built-on', { ...params, items: built.map(({ id }) => id) });
  if (known.seats.some((each) => each.length === 0)) return refusal('item-orphaned', params);
  const mine = waived ? waived.person === at.person : signed.some(({ person }) => person === at.person);
  if (mine) return null;
  const waiver = waived !== undefined && (record.items?.waivers ?? []).includes(at.person);
  const owner = Object.entries(record.seats).some(([seat, { person }]) => person === at.person && placesOf(known, seat).length > 0);
  if (!waiver && !(owner && !waived)) return refusal('item-not-yours', params);
  return at.hasComment ? null : refusal('comment-required');
}

/** Why somebody cannot waive an item. Pure. */
export function waiveRefusal(context: RequestContext, at: AtItem, rule: ItemRule | undefined): Refusal | null {
  const found = standing({ context }, at);
  const params = { step: at.step, item: at.item };
  if (found === null) return refusal('no-such-item', params);
  const { record, known } = found;
  if (!(record.items?.waivers ?? []).includes(at.person)) return refusal('may-not-waive', params);
  if (rule?.waivable !== true) return refusal('not-waivable', params);
  if (!isSettled(known)) return null;
  return refusal('item-settled', { ...params, by: (known.waived ?? known.signed?.at(-1))?.person ?? '' });
}
