import { operandsOf, rolesAskedBy } from '../conditions/operands';
import type { Condition } from '../definition/condition.schema';
import type { Definition } from '../definition/definition.schema';
import { parametersOf, settingOf } from '../definition/parameters';
import type { FormSurroundings } from './form-condition';

/** Roles and parameters that the conditions of a form ask for. */
export interface AskedNames {
  roles: string[];
  params: string[];
}

/** Whether a field takes only days before or after the day on which it is filled in. Pure. */
export function asksForToday(definition: Definition): boolean {
  const columns = definition.form.fields.flatMap((field) => (field.type === 'table' ? field.columns : []));
  return [...definition.form.fields, ...columns].some(
    (field) => (field.type === 'date' || field.type === 'date-range') && (field.notAfter ?? field.notBefore) !== undefined,
  );
}

/** Whether working days are counted in a form. Pure. */
export function asksForClock({ form }: Definition): boolean {
  return form.fields.some((field) => field.type === 'days' && field.count === 'working');
}

/** What the conditions of a form ask for besides its fields. Pure. */
export function askedNames(definition: Definition): AskedNames {
  const conditions = definition.form.fields.flatMap((field) => [
    field.visible,
    field.required,
    ...(field.type === 'table' ? field.columns.map((column) => column.required) : []),
  ]);
  const asked = conditions.filter((condition): condition is Condition => typeof condition === 'object');
  const params = asked.flatMap(operandsOf).flatMap((operand) => ('param' in operand ? [operand.param] : []));
  return { roles: [...new Set(asked.flatMap(rolesAskedBy))], params: [...new Set(params)] };
}

/** As much of what surrounds a form as its conditions ask for: enough to judge them elsewhere. Pure. */
export function askedSurroundings(definition: Definition, { requesterRoles, params, today, clock }: FormSurroundings): FormSurroundings {
  const asked = askedNames(definition);
  const all = parametersOf(definition, params);
  return {
    requesterRoles: asked.roles.filter((role) => requesterRoles.includes(role)),
    params: Object.fromEntries(
      Object.entries(all).flatMap(([key, value]) => (asked.params.includes(key) ? [[key, settingOf(value)]] : [])),
    ),
    ...(today !== undefined && asksForToday(definition) ? { today } : {}),
    ...(clock !== undefined && asksForClock(definition) ? { clock } : {}),
  };
}
