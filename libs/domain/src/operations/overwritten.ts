import type { CommandBody } from '../request/command';
import type { FormValues } from '../request/request-state';

/** The form after an undo: what the undone decision had overwritten stands there again. Pure. */
export function formBeforeUndo(form: FormValues, overwritten: FormValues | null): FormValues {
  const restored = { ...form, ...overwritten };
  return Object.fromEntries(
    Object.entries(restored).filter(([key, value]) => !(overwritten !== null && key in overwritten && value === null)),
  );
}

/** What a decision's own fields overwrite. Pure. */
export function overwrittenBy(body: CommandBody, before: FormValues, after: FormValues): FormValues | null {
  if (body.type !== 'approve') return null;
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  return keys.length === 0 ? null : Object.fromEntries(keys.map((key) => [key, before[key] ?? null]));
}
