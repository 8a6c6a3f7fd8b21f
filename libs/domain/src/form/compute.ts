import type { Definition } from '../definition/definition.schema';
import type { Field } from '../definition/field.schema';
import type { FormValues } from '../request/request-state';
import { isMoney } from '../money/money';
import { fieldValue } from './field-value';
import { formHolds, type FormSurroundings } from './form-condition';
import { settlingOrder } from './visibility';

/**
 * The form as it counts: sums added up, hidden fields blank for everything that looks. Pure; doing it twice changes nothing.
 * Each field is settled after those that its visibility hangs on, so it never sees a value that is about to be hidden.
 */
export function computeForm(definition: Definition, values: FormValues, surroundings: FormSurroundings): FormValues {
  const current = { ...values };
  const form = { definition, values: current, surroundings };
  for (const field of settlingOrder(definition)) {
    if (field.type === 'money-sum') addUp(field, definition, current);
    if (Object.hasOwn(current, field.key) && !isVisible(field, form)) delete current[field.key];
  }
  return current;
}

/** Whether a field is shown for these values. Pure. */
export function isVisible(field: Field, form: { definition: Definition; values: FormValues; surroundings: FormSurroundings }): boolean {
  return field.visible === undefined || formHolds(field.visible, form);
}

function addUp(field: Extract<Field, { type: 'money-sum' }>, definition: Definition, values: FormValues): void {
  const sum = fieldValue(definition, values, field.of);
  if (isMoney(sum)) values[field.key] = { minor: sum.minor, currency: sum.currency };
  else delete values[field.key];
}
