import { isBlank } from '../../form/blank';
import { sameJson } from '../../form/form-changes';
import { rootOf } from '../../conditions/holds';
import { kindOf, type HumanStep } from '../../definition/step.schema';
import type { Item } from '../../definition/steps/item.schema';
import type { FormValues } from '../../request/request-state';
import { ownValue } from '../../text/own-value';

declare module '../../request/command' {
  interface CommandBody {
    /** Of what is about one item of a step: its id. */
    item?: string;
  }
}

/** What is about one item of a step. */
export interface OnItem {
  item: string | null;
}

/** The item of that name on a step; undefined where there is none. Pure. */
export function itemNamed(step: HumanStep | null | undefined, item: string | null | undefined): Item | undefined {
  if (!step || item === null || item === undefined) return undefined;
  return kindOf(step)
    .list?.(step)
    .items.find(({ id }) => id === item);
}

/** Evidence of an item that is still blank. Pure. */
export function lackingEvidence(item: Item | undefined, values: FormValues): string[] {
  return (item?.evidence ?? []).filter((key) => isBlank(ownValue(values, key)));
}

/** Whether an item's evidence is otherwise than it was. Pure. */
export function changesEvidence(item: Item | undefined, before: FormValues, after: FormValues): boolean {
  return (item?.evidence ?? []).some((key) => !sameJson(ownValue(before, key), ownValue(after, key)));
}

/** Fields that a body brings and that are no evidence of the item. Pure. */
export function strangeFields(item: Item | undefined, fields: FormValues | undefined): string[] {
  const own = new Set(item?.evidence ?? []);
  return Object.keys(fields ?? {}).filter((key) => !own.has(rootOf(key)));
}
