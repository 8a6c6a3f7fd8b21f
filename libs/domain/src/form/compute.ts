import { drawUp } from '../budget/draw-up';
import type { BudgetField } from '../definition/fields/budget-field';
import type { Definition } from '../definition/definition.schema';
import type { Field } from '../definition/fields/field.schema';
import type { FormValues } from '../request/request-state';
import { isMoney } from '../money/money';
import { fieldValue } from './field-value';
import { dayTotal } from '../calendar/day-total';
import { isDayRange } from './day';
import { formHolds, type FormCase, type FormSurroundings } from './form-condition';
import type { Json } from '../text/bilingual';
import { ownValue } from '../text/own-value';
import { settlingOrder } from './shown/visibility';

/**
 * The form as it counts: sums added up, days counted, budgets drawn up, hidden fields blank for everything that looks. Pure; doing it twice changes nothing.
 * Each field is settled after those that its visibility hangs on, so it never sees a value that is about to be hidden.
 */
export function computeForm(definition: Definition, values: FormValues, surroundings: FormSurroundings): FormValues {
  const current = { ...values };
  const form = { definition, values: current, surroundings };
  for (const field of settlingOrder(definition)) {
    if (field.type === 'money-sum') addUp(field, definition, current);
    if (field.type === 'days') countUp(field, form);
    if (field.type === 'budget') draw(field, form);
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

/** Without a clock working days stay as they were counted when the form was sent, whatever the calendar has come to say since. */
function countUp(field: Extract<Field, { type: 'days' }>, { values, surroundings: { clock } }: FormCase): void {
  const range = ownValue(values, field.of);
  const isSet = (key: string | undefined): boolean => key !== undefined && ownValue(values, key) === true;
  if (isDayRange(range) && field.count === 'working' && clock === undefined) return;
  const half = { first: isSet(field.half.first), last: isSet(field.half.last) };
  const total = isDayRange(range) ? dayTotal({ ...range, half }, field.count === 'working' ? (clock ?? null) : null) : null;
  if (total === null) delete values[field.key];
  else values[field.key] = total;
}

function draw(field: BudgetField, { definition, values, surroundings: { funds } }: FormCase): void {
  if (funds === undefined) return;
  const drawn = drawUp(field, ownValue(values, field.key), funds, (key) => fieldValue(definition, values, key));
  if (drawn === null) delete values[field.key];
  else values[field.key] = { ...drawn } as unknown as Json;
}
