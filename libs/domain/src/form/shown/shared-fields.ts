import type { Outline } from '../../definition/structure/outline';
import type { Field } from '../../definition/fields/field.schema';
import { isStarting } from '../../definition/flow';
import { ownValue } from '../../text/own-value';
import { hiddenBySome } from './hidden-from';

/**
 * What whoever reads a request may see of the one that started it, though nothing of that one concerns them: the fields that its step shows (or,
 * where a person has started it by hand, what is offered there), and none that any of its steps hides from somebody. Pure.
 */
export function sharedFields(
  { steps, definition }: Pick<Outline, 'steps' | 'definition'>,
  { step, process }: { step: string | null; process: string },
): Field[] {
  const found = step === null ? undefined : ownValue(steps, step);
  const shows =
    step === null
      ? definition.children?.find((offered) => offered.definition === process)?.shows
      : found && isStarting(found)
        ? found.shows
        : undefined;
  if (shows === undefined) return [];
  const hidden = hiddenBySome({ definition, steps });
  return shows.flatMap((key) => (hidden.has(key) ? [] : definition.form.fields.filter((field) => field.key === key)));
}
