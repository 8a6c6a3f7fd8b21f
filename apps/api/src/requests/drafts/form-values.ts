import type { Definition, FieldProblem, FormValues, Json } from '@countersign/domain';
import { formFromWire, madeChoices, ownValue, startFields } from '@countersign/domain';
import { canonicalId, withCanonicalIds } from '../judging/references';

/** A form as the wire brought it, hidden fields and all, and what of it could not be read: who judges it knows what surrounds it. */
export function readWireForm(definition: Definition, wire: Record<string, unknown>): { values: FormValues; invalid: FieldProblem[] } {
  const { values, invalid } = formFromWire(definition, wire as Record<string, Json>, { fields: startFields(definition) });
  return { values: withCanonicalIds(definition, values), invalid };
}

/** What a draft keeps of a form: all that can be read, of a table its rows without the cells that cannot. */
export function readDraft(definition: Definition, wire: Record<string, unknown>): FormValues {
  const { values, rest } = formFromWire(definition, wire as Record<string, Json>, { fields: startFields(definition) });
  return withCanonicalIds(definition, { ...values, ...rest });
}

/** Whom the requester picked, each id as PostgreSQL writes it; blanks are no picks. */
export function canonicalChoices(choices: Record<string, string> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(madeChoices(choices)).map(([step, person]) => [step, canonicalId(person)]));
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
      const value = ownValue(values, field.key);
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
