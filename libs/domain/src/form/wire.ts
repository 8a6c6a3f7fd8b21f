import type { Json } from '../text/bilingual';
import type { Definition } from '../definition/definition.schema';
import type { FormValues } from '../request/request-state';
import { isBlank } from './blank';
import { ownValue } from '../text/own-value';
import { fieldProblem, MOST_PROBLEMS, nameable, type FieldProblem } from './field-problem';
import { fieldFromWire, fieldToWire } from './field-wire';

/** Keys of the fields that a requester fills in. Pure. */
export function startFields(definition: Definition): string[] {
  return definition.form.fields.filter((field) => field.filledAt === 'start' && field.type !== 'money-sum').map((field) => field.key);
}

/**
 * Reads a form as it crossed the API. Pure. `fields` are the keys that may be written here; a blank is left out of the values.
 * `invalid` names every value that is not of its field's type (amounts only as canonical decimals), that the form does not know, or that may
 * not be written here. Sums are computed, so what the wire says of them is passed over. `rest` are the rows of tables with wrong cells, without
 * those cells: `values` has no such table, since it could not be kept, but what else is wrong with it can be said.
 */
export function formFromWire(
  definition: Definition,
  wire: Record<string, Json>,
  { fields }: { fields: readonly string[] },
): { values: FormValues; invalid: FieldProblem[]; rest: FormValues } {
  const values: FormValues = {};
  const rest: FormValues = {};
  const invalid: FieldProblem[] = [];
  const byKey = new Map(definition.form.fields.map((field) => [field.key, field]));
  const writable = new Set(fields);
  for (const [key, value] of Object.entries(wire)) {
    if (invalid.length >= MOST_PROBLEMS) break;
    const field = byKey.get(key);
    if (!field) invalid.push(fieldProblem(nameable(key), 'unknown-field'));
    else if (field.type === 'money-sum' || isBlank(value)) continue;
    else if (!writable.has(key)) invalid.push(fieldProblem(key, 'not-writable'));
    else {
      const read = fieldFromWire(field, value);
      if ('value' in read) values[key] = read.value;
      else {
        invalid.push(...read.problems);
        if (read.rest !== undefined) rest[key] = read.rest;
      }
    }
  }
  return { values, invalid, rest };
}

/** Writes a form as it crosses the API: money as `{ amount: "12300.00", currency }`. Pure. Blanks are left out. */
export function formToWire(definition: Definition, values: FormValues): Record<string, Json> {
  return Object.fromEntries(
    definition.form.fields.flatMap((field) => {
      const value = ownValue(values, field.key);
      return value === undefined || isBlank(value) ? [] : [[field.key, fieldToWire(field, value)] as const];
    }),
  );
}
