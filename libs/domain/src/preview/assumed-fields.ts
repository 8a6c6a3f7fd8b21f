import type { Json } from '../text/bilingual';
import type { Definition } from '../definition/definition.schema';
import type { HumanStep } from '../definition/step.schema';
import type { FormValues } from '../request/request-state';
import { isBlank } from '../form/blank';
import { expectedValue } from '../form/expected-value';

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
