import type { ItemDue } from '../definition/steps/item.schema';
import { ownValue } from '../text/own-value';
import type { ItemsRecord } from './item-record';
import type { FieldValue } from './request-state';

const DAY_MS = 86_400_000;

/** The calendar day so many days after another, both YYYY-MM-DD. Pure. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Calendar days from one day to another, both YYYY-MM-DD; negative where the other lies before. Pure. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

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
