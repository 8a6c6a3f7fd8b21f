import type { Json } from '../definition/bilingual';
import type { Definition } from '../definition/definition.schema';
import type { Field } from '../definition/field.schema';
import type { HumanStep } from '../definition/step.schema';
import type { FormValues } from '../engine/request-state';
import { isBlank } from '../form/blank';
import { moneyOf } from '../money/money';

/** Field key → value in the domain's form, taken instead of what the field expects. */
export type AssumedValues = Record<string, Json>;

/** What a step is taken to write: an assumption made for this walk, else what stands already, else what the field expects; blank otherwise. Pure. */
export function assumedFields(
  definition: Definition,
  step: HumanStep,
  { form, assume }: { form: FormValues; assume: AssumedValues },
): FormValues {
  const written = definition.form.fields.filter((field) => step.fields.write.includes(field.key) && field.type !== 'money-sum');
  return Object.fromEntries(
    written.map((field) => {
      const standing = form[field.key];
      const value = assume[field.key] ?? (standing !== undefined && !isBlank(standing) ? standing : expectedValue(field));
      return [field.key, value];
    }),
  );
}

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
