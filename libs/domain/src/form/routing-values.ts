import type { Definition } from '../definition/definition.schema';
import type { FieldValue, FormValues } from '../request/request-state';
import { computeForm } from './compute';
import { fieldValue } from './field-value';
import type { FormSurroundings } from './form-condition';

/**
 * What the state keeps of a form: exactly the paths that some condition, guard, assignee, due rule or amount names (`process.routing`),
 * of tables sums, counts and columns. Pure. Blank = null, so that a path is always there.
 */
export function routingValues(
  process: { definition: Definition; routing: readonly string[] },
  values: FormValues,
  surroundings: FormSurroundings,
): Record<string, FieldValue> {
  const computed = computeForm(process.definition, values, surroundings);
  return Object.fromEntries(process.routing.map((path) => [path, fieldValue(process.definition, computed, path)]));
}
