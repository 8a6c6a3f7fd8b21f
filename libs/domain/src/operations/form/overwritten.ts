import type { CommandBody } from '../../request/command';
import type { FormValues } from '../../request/request-state';
import { ownValue } from '../../text/own-value';
import { operationOf } from '../registry';

/** The form after an undo: what the undone decision had overwritten stands there again. Pure. */
export function formBeforeUndo(form: FormValues, overwritten: FormValues | null): FormValues {
  const restored = { ...form, ...overwritten };
  return Object.fromEntries(
    Object.entries(restored).filter(([key, value]) => !(overwritten !== null && Object.hasOwn(overwritten, key) && value === null)),
  );
}

/** What a command overwrites in the form, kept as long as it may be taken back; null where that is nothing, or for good. Pure. */
export function overwrittenBy({ type }: Pick<CommandBody, 'type'>, before: FormValues, after: FormValues): FormValues | null {
  if (before === after || operationOf(type).undo === null) return null;
  const changed = differingFields(before, after);
  return Object.keys(changed).length === 0 ? null : changed;
}

/**
 * What the journal keeps of what a command wrote: the fields that it brought, in wire form; of a form that was asked anew, what it changed. The form
 * of a first submit is kept whole, with its round. Pure.
 */
export function writtenBy(body: CommandBody, before: FormValues | null, after: FormValues): FormValues | null {
  if (operationOf(body.type).brings !== 'form') return body.fields ?? null;
  return before === null ? null : differingFields(after, before);
}

/** Fields of the first form that stand otherwise in the second one; null for those that it does not have. Pure. */
export function differingFields(form: FormValues, other: FormValues): FormValues {
  const keys = [...new Set([...Object.keys(form), ...Object.keys(other)])];
  const differ = keys.filter((key) => JSON.stringify(ownValue(form, key)) !== JSON.stringify(ownValue(other, key)));
  return Object.fromEntries(differ.map((key) => [key, ownValue(form, key) ?? null]));
}
