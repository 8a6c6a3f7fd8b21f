import { dayAfter } from '../../calendar/day-count';
import type { ItemDue } from '../../definition/steps/item.schema';
import { ownValue } from '../../text/own-value';
import type { ItemsRecord } from './item-record';
import type { FieldValue } from '../request-state';

/** When an item is due; `at` null: some time that day. */
export interface DueDay {
  day: string;
  at: string | null;
}

/** When an item is due, by the date field that it counts from, or the day on which its step was come to. Null where that date is not filled in. Pure. */
export function itemDue(
  due: ItemDue | undefined,
  fields: Readonly<Record<string, FieldValue>>,
  { since }: Pick<ItemsRecord, 'since'>,
): DueDay | null {
  if (due === undefined) return null;
  const from = due.field === undefined ? since : ownValue(fields, due.field);
  return typeof from === 'string' && from !== '' ? { day: dayAfter(from, due.days), at: due.at ?? null } : null;
}
