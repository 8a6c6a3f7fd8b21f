import type { Json } from '../../text/bilingual';
import { rootOf } from '../../conditions/holds';
import { isDerived } from '../../definition/fields/derived';
import type { Definition } from '../../definition/definition.schema';
import type { Field } from '../../definition/fields/field.schema';
import { compareMoney, isMoney } from '../../money/money';
import type { FormValues } from '../../request/request-state';
import { isBlank } from '../blank';
import { ownValue } from '../../text/own-value';
import { fieldProblem, MOST_PROBLEMS, nameable, type FieldProblem } from '../check/field-problem';
import { fieldValue } from '../field-value';
import { fieldFromWire, fieldToWire, isBlankWire } from './field-wire';

/** Keys of the fields that a requester fills in. Pure. */
export function startFields(definition: Definition): string[] {
  return definition.form.fields.filter((field) => field.filledAt === 'start' && !isDerived(field)).map((field) => field.key);
}

/**
 * Reads a form as it crossed the API. Pure. `fields` are the keys that may be written here; a blank is left out of the values.
 * `invalid` names every value that is not of its field's type (amounts only as canonical decimals), that the form does not know, or that may
 * not be written here. Sums are computed: one that is sent has to be what the rows sent with it add up to. Days are counted, whatever is sent. `rest` are the rows of tables with wrong cells, without
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
    else if (isBlankWire(field, value) || isDerived(field)) continue;
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
  const sums = definition.form.fields.flatMap((field) => sumProblems(field, wire, { definition, values, invalid, writable }));
  return { values, invalid: [...invalid, ...sums].slice(0, MOST_PROBLEMS), rest };
}

interface Read {
  definition: Definition;
  values: FormValues;
  invalid: readonly FieldProblem[];
  writable: ReadonlySet<string>;
}

/** What is wrong with a sum that was sent; of rows that are wrong themselves nothing is said. */
function sumProblems(field: Field, wire: Record<string, Json>, { definition, values, invalid, writable }: Read): FieldProblem[] {
  const sent = ownValue(wire, field.key);
  if (field.type !== 'money-sum' || sent === undefined || isBlankWire(field, sent)) return [];
  const table = rootOf(field.of);
  if (!writable.has(table)) return [fieldProblem(field.key, 'not-writable')];
  const read = fieldFromWire(field, sent);
  if ('problems' in read) return read.problems;
  if (invalid.some((problem) => rootOf(problem.field) === table)) return [];
  const sum = fieldValue(definition, values, field.of);
  return isMoney(sum) && isMoney(read.value) && compareMoney(sum, read.value) === 0 ? [] : [fieldProblem(field.key, 'sum-differs')];
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
