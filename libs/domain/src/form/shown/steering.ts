import type { Definition } from '../../definition/definition.schema';
import { rootOf } from '../../conditions/holds';
import { hangsOn } from './visibility';

/**
 * Keys of the fields that decide where a request goes and who may decide it: those that the given paths name (of conditions, assignees, limits,
 * checks), and everything that shows, hides or adds up to them. Pure, in the order of the form.
 */
export function steeringKeys(definition: Definition, paths: readonly string[]): string[] {
  const byKey = new Map(definition.form.fields.map((field) => [field.key, field]));
  const open = paths.map(rootOf);
  const found = new Set<string>();
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const field = byKey.get(key);
    if (found.has(key) || !field) continue;
    found.add(key);
    open.push(...hangsOn(field));
  }
  return definition.form.fields.map(({ key }) => key).filter((key) => found.has(key));
}
