import type { Definition, FieldProblem, FormValues, Json } from '@countersign/domain';
import { fieldProblemText, formFromWire, startFields } from '@countersign/domain';
import { Problem, type FieldError } from '../http/problem';

/** A form as the wire brought it, hidden fields and all, and what of it could not be read: who judges it knows what surrounds it. */
export function readForm(definition: Definition, wire: Record<string, unknown>): { values: FormValues; invalid: FieldProblem[] } {
  return formFromWire(definition, wire as Record<string, Json>, { fields: startFields(definition) });
}

/** The same where everything must be readable: a submit never loses what somebody typed. */
export function readWholeForm(definition: Definition, wire: Record<string, unknown>): FormValues {
  const { values, invalid } = readForm(definition, wire);
  if (invalid.length > 0) throw new Problem('invalid-field', { fields: invalid.map(({ field }) => field) }, fieldErrors(invalid));
  return values;
}

export function fieldErrors(problems: FieldProblem[]): FieldError[] {
  return problems.map((problem) => ({ ...problem, message: fieldProblemText(problem) }));
}

/**
 * What of a form may begin a new request: what the requester fills in, without the files, which prove the old case and not the new one, and
 * without values that only one request may hold (`claimed`: paths such as `items.invoiceNumber`).
 */
export function copiedForm(definition: Definition, values: FormValues, claimed: readonly string[]): FormValues {
  const start = new Set(startFields(definition));
  const fields = definition.form.fields.filter((field) => start.has(field.key) && field.type !== 'files' && !claimed.includes(field.key));
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = values[field.key];
      if (value === undefined) return [];
      if (field.type !== 'table') return [[field.key, value]];
      const own = field.columns.filter((column) => column.type === 'files' || claimed.includes(`${field.key}.${column.key}`));
      const left = new Set(own.map((column) => column.key));
      const rows = (value as Record<string, Json>[]).map((row) =>
        Object.fromEntries(Object.entries(row).filter(([key]) => !left.has(key))),
      );
      return [[field.key, rows]];
    }),
  );
}
