import { rootOf } from '../../conditions/holds';
import type { Definition } from '../../definition/definition.schema';
import { derivedFrom } from '../../definition/fields/derived';

/** These fields of a form and all that is worked out from them, in the order of the form. Pure. */
export function changedAlong(definition: Pick<Definition, 'form'>, keys: readonly string[]): string[] {
  const { fields } = definition.form;
  const changed = new Set(keys);
  const follows = fields.filter((field) => !changed.has(field.key) && derivedFrom(field).some((path) => changed.has(rootOf(path))));
  if (follows.length > 0) return changedAlong(definition, [...keys, ...follows.map(({ key }) => key)]);
  return fields.flatMap(({ key }) => (changed.has(key) ? [key] : []));
}
