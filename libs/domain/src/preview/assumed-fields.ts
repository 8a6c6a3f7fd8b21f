import { isDerived } from '../definition/fields/derived';
import type { Json } from '../text/bilingual';
import type { Definition } from '../definition/definition.schema';
import type { Field } from '../definition/fields/field.schema';
import type { HumanStep } from '../definition/step.schema';
import type { FormValues } from '../request/request-state';
import { isBlank } from '../form/blank';
import { expectedValue } from '../form/expected-value';
import { steeringKeys } from '../form/shown/steering';
import type { Process } from '../machine/process/process';
import { ownValue } from '../text/own-value';

/** Field key → value in the domain's form, taken instead of what the field expects. */
export type AssumedValues = Record<string, Json>;

/** A field that decides where a request goes, which its step has not answered yet, with the value that is taken for it. */
export interface Taken {
  field: Field;
  value: Json;
}

/** What is taken for the fields of a step that nobody has answered yet and that the way depends on. Pure. */
export function takenFor(process: Process, step: HumanStep, { form, assume }: { form: FormValues; assume: AssumedValues }): Taken[] {
  const { definition } = process;
  const steering = new Set(steeringKeys(definition, process.routing));
  const asked = definition.form.fields.filter(({ key }) => step.fields.write.includes(key) && steering.has(key));
  const open = asked.filter(({ key }) => isBlank(ownValue(assume, key)) && isBlank(ownValue(form, key)));
  return open.map((field) => ({ field, value: expectedValue(field) })).filter(({ value }) => !isBlank(value));
}

/** What a step is taken to write: an assumption made for this walk, else what stands already, else what the field expects; blank otherwise. Pure. */
export function assumedFields(
  definition: Definition,
  step: HumanStep,
  { form, assume }: { form: FormValues; assume: AssumedValues },
): FormValues {
  const written = definition.form.fields.filter((field) => step.fields.write.includes(field.key) && !isDerived(field));
  return Object.fromEntries(
    written.map((field) => {
      const standing = ownValue(form, field.key);
      const value = ownValue(assume, field.key) ?? (standing !== undefined && !isBlank(standing) ? standing : expectedValue(field));
      return [field.key, value];
    }),
  );
}
