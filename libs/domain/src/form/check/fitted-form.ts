import { canonicalJson } from '../../digest/canonical-json';
import type { Json } from '../../text/bilingual';
import type { Definition } from '../../definition/definition.schema';
import type { Column, Field } from '../../definition/fields/field.schema';
import type { FormValues } from '../../request/request-state';
import { rowsOf } from '../blank';

/** How the requester's part of a form differs between two versions of a process: field keys, in the order of the form. */
export interface FormDifference {
  added: string[];
  removed: string[];
  /** Asked otherwise: another type, other options or limits, required or not, shown or not. */
  changed: string[];
}

/** What a field asks, without how it is called. */
function asks({ label: _label, hint: _hint, ...rest }: Field): string {
  return canonicalJson(rest as Json);
}

const startOf = (definition: Definition): Map<string, Field> =>
  new Map(definition.form.fields.filter((field) => field.filledAt === 'start').map((field) => [field.key, field]));

/** Compares what two versions of a process ask their requester. Pure. */
export function formDifference(from: Definition, to: Definition): FormDifference {
  const [before, after] = [startOf(from), startOf(to)];
  return {
    added: [...after.keys()].filter((key) => !before.has(key)),
    removed: [...before.keys()].filter((key) => !after.has(key)),
    changed: [...after].flatMap(([key, field]) => {
      const old = before.get(key);
      return old && asks(old) !== asks(field) ? [key] : [];
    }),
  };
}

/**
 * What of a form begun with one version may stand in another: values of fields that are there in both and hold the same kind of thing. Pure.
 * Whether they are filled in rightly by the new version is for its own check to say. Of a table the columns that both have.
 */
export function fittedForm(from: Definition, to: Definition, values: FormValues): FormValues {
  const [before, after] = [startOf(from), startOf(to)];
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]): [string, Json][] => {
      const [old, field] = [before.get(key), after.get(key)];
      if (!old || !field || !sameKind(old, field)) return [];
      if (field.type !== 'table' || old.type !== 'table') return fits(field, value) ? [[key, value]] : [];
      return [[key, rowsOf(value).map((row) => fittedRow(old.columns, field.columns, row))]];
    }),
  );
}

function sameKind(old: Field | Column, field: Field | Column): boolean {
  if (old.type !== field.type) return false;
  return !('currency' in field) || !('currency' in old) || old.currency === field.currency;
}

function fits(field: Field | Column, value: Json): boolean {
  return field.type !== 'choice' || field.options.some((option) => option.value === value);
}

function fittedRow(before: readonly Column[], after: readonly Column[], row: Record<string, Json>): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(row).filter(([key, cell]) => {
      const [old, column] = [before.find((each) => each.key === key), after.find((each) => each.key === key)];
      return old && column && sameKind(old, column) && fits(column, cell);
    }),
  );
}
