import { canonicalJson } from '../digest/canonical-json';
import type { RequestContext, RequestState, StateValue, Undoable, UndoPatch } from '../request/request-state';
import { valueAt } from '../request/standing';
import { ownValue } from '../text/own-value';

const same = (left: unknown, right: unknown): boolean => left === right || canonicalJson(left ?? null) === canonicalJson(right ?? null);

function overwritten<V>(before: Record<string, V>, after: Record<string, V>): Record<string, V | null> {
  if (before === after) return {};
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(
    keys.filter((key) => !same(ownValue(before, key), ownValue(after, key))).map((key) => [key, ownValue(before, key) ?? null]),
  );
}

/** The smallest region in which two values differ, and what was there before. */
function regionOf(before: StateValue, after: StateValue, region: string[] = []): UndoPatch['value'] {
  if (typeof before === 'string' || typeof after === 'string') return { region, was: before };
  const keys = Object.keys(before);
  const differ = keys.filter((key) => !same(before[key], ownValue(after, key)));
  const [only] = differ;
  if (only === undefined || differ.length > 1 || !same(keys, Object.keys(after))) return { region, was: before };
  return regionOf(before[only] as StateValue, after[only] as StateValue, [...region, only]);
}

const APART: readonly (keyof RequestContext)[] = ['steps', 'fields', 'material', 'walked', 'written', 'returns', 'undo'];

/** The inverse of what a command changed. Pure. */
export function undoPatch(before: RequestState, after: RequestState): UndoPatch {
  const [was, is] = [before.context, after.context];
  const others = (Object.keys(is) as (keyof RequestContext)[]).filter((key) => !APART.includes(key) && !same(was[key], is[key]));
  return {
    steps: overwritten(was.steps, is.steps),
    fields: overwritten(was.fields, is.fields),
    material: overwritten(was.material, is.material),
    walked: overwritten(was.walked, is.walked),
    written: overwritten(was.written, is.written),
    returns: is.returns - was.returns,
    rest: Object.fromEntries(others.map((key) => [key, was[key]])),
    value: regionOf(before.value, after.value),
  };
}

/** Whether two commands changed something in common: whoever builds on a decision ends the possibility to take it back. */
function overlaps(left: UndoPatch, right: UndoPatch): boolean {
  const parts = ['steps', 'fields', 'material', 'walked', 'written', 'rest'] as const;
  return parts.some((part) => Object.keys(left[part]).some((key) => Object.hasOwn(right[part], key)));
}

/** Decisions that may still be taken back once a command has changed what `patch` says. Pure. */
export function stillUndoable(undo: readonly Undoable[], patch: UndoPatch, value: StateValue): Undoable[] {
  return undo.filter((each) => !overlaps(each.patch, patch) && valueAt(value, each.patch.value.region) !== undefined);
}
