import type { Field } from '../definition/field.schema';
import type { Outline } from '../definition/outline';
import { hashOf } from '../digest/sha256';
import type { FormValues } from '../request/request-state';
import { contentOf } from './content-of';

/** Keys of the fields that steps fill in, sums over them included. Pure. */
export function stepFields({ definition }: Pick<Outline, 'definition'>): string[] {
  const { fields } = definition.form;
  const written = new Set(fields.filter((field) => field.filledAt === 'step').map((field) => field.key));
  const follows = (field: Field): boolean => field.type === 'money-sum' && written.has(field.of.split('.')[0] ?? '');
  return fields.filter((field) => written.has(field.key) || follows(field)).map((field) => field.key);
}

/** Digest of the material fields of a form, files by their content: the same file uploaded again is no change. Pure. */
export function materialHash(process: Pick<Outline, 'definition' | 'material'>, values: FormValues): string {
  const fields = process.definition.form.fields.filter((field) => process.material.includes(field.key));
  return hashOf(Object.fromEntries(fields.map((field) => [field.key, contentOf(field, values[field.key] ?? null)])));
}
