import type { RunningClock } from '../calendar/running-clock';
import type { Funds } from '../budget/draw-up';
import { holds, type ConditionEnvironment } from '../conditions/holds';
import { conditionPaths } from '../conditions/operands';
import type { Condition } from '../definition/condition.schema';
import type { Definition } from '../definition/definition.schema';
import { parametersOf, type ParametersSet } from '../definition/parameters';
import type { Facts } from '../request/facts';
import type { FieldValue, FormValues, RequestContext } from '../request/request-state';
import { fieldValue } from './field-value';

/** What conditions of a form may ask besides its fields. Parameters that the company has not set stand at their defaults. */
export interface FormSurroundings extends Pick<ConditionEnvironment, 'requesterRoles'> {
  params: ParametersSet;
  /** The company's day, YYYY-MM-DD, for days that must not lie before or after it. Absent: nothing is judged by it. */
  today?: string | undefined;
  /** By which working days are counted, where the form counts any and is being sent. Absent: they stay as they were counted. */
  clock?: RunningClock | undefined;
  /** By which it is worked out what a line of a budget covers. Absent: it stays as it was. */
  funds?: Funds | undefined;
}

/** A form that is being filled in, with what surrounds it. */
export interface FormCase {
  definition: Definition;
  values: FormValues;
  surroundings: FormSurroundings;
}

/**
 * What surrounds the form of a request: what its first submit found; before that what directory and company say, with the requester as actor. Pure.
 */
export function formSurroundings(
  { requester, params }: Pick<RequestContext, 'requester' | 'params'>,
  facts: Pick<Facts, 'actor' | 'params'> & Partial<Pick<Facts, 'today'>>,
): FormSurroundings {
  const { today } = facts;
  return requester
    ? { requesterRoles: requester.roles, params, today }
    : { requesterRoles: facts.actor?.roles ?? [], params: facts.params, today };
}

/** Whether a condition holds for a form as it is filled in; opinions are not known to forms, so a stance is blank. Pure and total. */
export function formHolds(condition: boolean | Condition, form: FormCase): boolean {
  if (typeof condition === 'boolean') return condition;
  const { definition, values, surroundings } = form;
  const fields: Record<string, FieldValue> = {};
  for (const path of conditionPaths(condition)) fields[path] = fieldValue(definition, values, path);
  return holds(condition, {
    fields,
    params: parametersOf(definition, surroundings.params),
    stanceOn: () => null,
    requesterRoles: surroundings.requesterRoles,
  });
}
