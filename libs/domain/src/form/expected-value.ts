import type { Field } from '../definition/fields/field.schema';
import { moneyOf } from '../money/money';
import type { Json } from '../text/bilingual';

/** What a preview expects a field to become, in the domain's form; null = nothing. Pure. */
export function expectedValue(field: Field): Json {
  if (field.expected === undefined) return null;
  if (field.type !== 'money') return field.expected;
  return { ...moneyOf(String(field.expected), field.currency) };
}

/** All values that a yes-no or choice field can take; none for any other type. Pure. */
export function possibleValues(field: Field): Json[] {
  if (field.type === 'yes-no') return [true, false];
  return field.type === 'choice' ? field.options.map((option) => option.value) : [];
}
