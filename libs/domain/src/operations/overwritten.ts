import type { CommandBody } from '../request/command';
import { ownValue } from '../text/own-value';
import type { FormValues } from '../request/request-state';

/** The form after an undo: what the undone decision had overwritten stands there again. Pure. */
export function formBeforeUndo(form: FormValues, overwritten: FormValues | null): FormValues {
  const restored = { ...form, ...overwritten };
  return Object.fromEntries(
    Object.entries(restored).filter(([key, value]) => !(overwritten !== null && Object.hasOwn(overwritten, key) && value === null)),
  );
}

/** What a decision's own fields overwrite. Pure. */
export function overwrittenBy(body: CommandBody, before: FormValues, after: FormValues): FormValues | null {
  if (body.type !== 'approve') return null;
  const changed = changedFields(before, after);
  return Object.keys(changed).length === 0 ? null : changed;
}

/** Fields of the first form that stand otherwise in the second one; null for those that it does not have. Pure. */
export function changedFields(form: FormValues, other: FormValues): FormValues {
  const keys = [...new Set([...Object.keys(form), ...Object.keys(other)])];
  const differ = keys.filter((key) => JSON.stringify(ownValue(form, key)) !== JSON.stringify(ownValue(other, key)));
  return Object.fromEntries(differ.map((key) => [key, ownValue(form, key) ?? null]));
}
