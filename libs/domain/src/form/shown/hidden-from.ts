import { rootOf } from '../../conditions/holds';
import { derivedFrom } from '../../definition/fields/derived';
import type { Outline } from '../../definition/structure/outline';
import { isHuman } from '../../definition/flow';
import { WITH_REQUESTER } from '../../request/request-state';
import { ownValue } from '../../text/own-value';

/** What of a process says what its steps hide. */
type Hiding = Pick<Outline, 'definition' | 'steps'>;

/** How somebody comes to read a request, as far as it decides which fields they see. */
export interface Reader {
  /** It is their own request. */
  requester: boolean;
  /** They may read every request of the company. */
  readsAll: boolean;
  /** It is theirs to correct now. */
  corrects?: boolean;
  /** Nothing of it concerns them: they read it since another one cites it. */
  through?: boolean;
  /** Steps on which they have or had a task, or by which they got a copy. */
  steps: readonly string[];
}

/**
 * Keys of the fields that a reader does not see. Whoever asks, corrects or may read everything sees all of them; whoever has several steps, or a copy by
 * one, sees what one of them shows: all of it where the process itself sends the copy, what their own step shows where a person did. Whoever had no part
 * in a step (beneficiary, owner of a step that found nobody, whoever is told that it is late, or reads it through another request) sees what every step
 * shows. Views, files, lists and notices all ask here. Pure.
 */
export function hiddenFrom(process: Hiding, reader: Reader): ReadonlySet<string> {
  if (reader.requester || reader.readsAll || reader.corrects) return new Set();
  const own = reader.through ? [] : [...new Set(reader.steps)].filter((id) => id === WITH_REQUESTER || ownValue(process.steps, id));
  if (own.length === 0) return hiddenBySome(process);
  const [first = [], ...rest] = own.map((id) => hiddenAt(process, id));
  return new Set(first.filter((key) => rest.every((list) => list.includes(key))));
}

/** Keys of the fields that some step hides from its people. Pure. */
export function hiddenBySome(process: Hiding): ReadonlySet<string> {
  return new Set(Object.keys(process.steps).flatMap((id) => hiddenAt(process, id)));
}

/** Keys of the fields that one step hides from its people, what is worked out from a hidden one among them; of the request's own place none. */
function hiddenAt({ definition, steps }: Hiding, id: string): readonly string[] {
  const step = ownValue(steps, id);
  const own = step && isHuman(step) ? step.fields.hidden : [];
  if (own.length === 0) return own;
  const derived = definition.form.fields.flatMap((field) =>
    derivedFrom(field).some((path) => own.includes(rootOf(path))) ? [field.key] : [],
  );
  return [...new Set([...own, ...derived])];
}
