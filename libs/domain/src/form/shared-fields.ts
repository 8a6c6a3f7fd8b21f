import type { Outline } from '../definition/outline';
import type { Field } from '../definition/field.schema';
import { isHuman, isStarting } from '../definition/flow';
import { ownValue } from '../text/own-value';

/**
 * What whoever reads a request may see of the one that started it, though nothing of that one concerns them: the fields that its step shows, and none
 * that any of its steps hides from somebody. Pure.
 */
export function sharedFields({ steps, definition }: Pick<Outline, 'steps' | 'definition'>, step: string | null): Field[] {
  const found = step === null ? undefined : ownValue(steps, step);
  if (found === undefined || !isStarting(found)) return [];
  const hidden = new Set(Object.values(steps).flatMap((each) => (isHuman(each) ? each.fields.hidden : [])));
  return found.shows.flatMap((key) => (hidden.has(key) ? [] : definition.form.fields.filter((field) => field.key === key)));
}
