import { holds, type ConditionEnvironment } from '../conditions/holds';
import { conditionPaths } from '../conditions/operands';
import type { Condition } from '../definition/condition.schema';
import type { Definition } from '../definition/definition.schema';
import type { FieldValue, FormValues } from '../engine/request-state';
import { fieldValue } from './field-value';

/** What conditions of a form may ask besides its fields. Parameters that are not given stand at their defaults. */
export type FormSurroundings = Partial<Omit<ConditionEnvironment, 'fields'>>;

/** A form that is being filled in, with what surrounds it. */
export interface FormCase {
  definition: Definition;
  values: FormValues;
  surroundings: FormSurroundings;
}

/** Whether a condition holds for a form as it is filled in. Pure and total. */
export function formHolds(condition: boolean | Condition, form: FormCase): boolean {
  if (typeof condition === 'boolean') return condition;
  const { definition, values, surroundings } = form;
  const fields: Record<string, FieldValue> = {};
  for (const path of conditionPaths(condition)) fields[path] = fieldValue(definition, values, path);
  return holds(condition, {
    fields,
    params: { ...defaultParams(definition), ...surroundings.params },
    stances: surroundings.stances ?? {},
    requesterRoles: surroundings.requesterRoles ?? [],
  });
}

/** The parameters of a definition while a company has set none. Pure. */
export function defaultParams(definition: Definition): Record<string, string | number | boolean> {
  return Object.fromEntries(definition.parameters.map((parameter) => [parameter.key, parameter.default]));
}
