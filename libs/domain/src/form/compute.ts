import type { Definition } from '../definition/definition.schema';
import type { Field } from '../definition/field.schema';
import type { FormValues } from '../request/request-state';
import { isMoney } from '../money/money';
import { fieldValue } from './field-value';
import { formHolds, type FormSurroundings } from './form-condition';

/**
 * The form as it counts: sums added up, hidden fields blank. Pure; doing it twice changes nothing.
 * Hiding one field may hide others, so it goes on until nothing more is hidden; fields are only ever taken away, so it ends.
 */
export function computeForm(definition: Definition, values: FormValues, surroundings: FormSurroundings): FormValues {
  let current = withSums(definition, values);
  for (;;) {
    const form = { definition, values: current, surroundings };
    const hidden = definition.form.fields.filter((field) => field.key in current && !isVisible(field, form));
    if (hidden.length === 0) return current;
    const rest = { ...current };
    for (const field of hidden) delete rest[field.key];
    current = withSums(definition, rest);
  }
}

/** Whether a field is shown for these values. Pure. */
export function isVisible(field: Field, form: { definition: Definition; values: FormValues; surroundings: FormSurroundings }): boolean {
  return field.visible === undefined || formHolds(field.visible, form);
}

function withSums(definition: Definition, values: FormValues): FormValues {
  const result = { ...values };
  for (const field of definition.form.fields) {
    if (field.type !== 'money-sum') continue;
    const sum = fieldValue(definition, result, field.of);
    if (isMoney(sum)) result[field.key] = { minor: sum.minor, currency: sum.currency };
    else delete result[field.key];
  }
  return result;
}
