import { isBlank } from '../../form/blank';
import { rootOf } from '../../conditions/holds';
import { kindOf, type HumanStep } from '../../definition/step.schema';
import type { Item } from '../../definition/steps/item.schema';
import type { FormValues } from '../../request/request-state';
import type { Json } from '../../text/bilingual';
import { canonicalJson } from '../../digest/canonical-json';
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

const listed = (value: Json | undefined): Json[] | null => (Array.isArray(value) ? value : null);

/** Whether something of an item's evidence that was there is there no more; what is added to a list takes nothing away. Pure. */
export function takesEvidenceAway(item: Item | undefined, before: FormValues, after: FormValues): boolean {
  return (item?.evidence ?? []).some((key) => {
    const [was, is] = [ownValue(before, key), ownValue(after, key)];
    if (isBlank(was)) return false;
    const [rows, now] = [listed(was), new Set((listed(is) ?? []).map((each) => canonicalJson(each)))];
    return rows === null ? canonicalJson(was) !== canonicalJson(is ?? null) : rows.some((each) => !now.has(canonicalJson(each)));
  });
}

/** Fields that a body brings and that are no evidence of the item. Pure. */
export function strangeFields(item: Item | undefined, fields: FormValues | undefined): string[] {
  const own = new Set(item?.evidence ?? []);
  return Object.keys(fields ?? {}).filter((key) => !own.has(rootOf(key)));
}
