import type { Json } from '../text/bilingual';
import type { Definition } from '../definition/definition.schema';
import type { Column, Field } from '../definition/fields/field.schema';
import type { FormValues } from '../request/request-state';
import { canonicalJson } from '../digest/canonical-json';
import { ownValue } from '../text/own-value';
import { isBlank, isRecord, rowsOf } from './blank';

type Row = Record<string, Json>;
type Table = Extract<Field, { type: 'table' }>;

/** One difference between two rounds of a form. `row` is the row after the change (before it, where it went). */
export type FormChange =
  | { kind: 'value'; path: string; field: Field; before: Json; after: Json }
  | { kind: 'cell'; path: string; field: Table; column: Column; row: Row; index: number; before: Json; after: Json }
  | { kind: 'row-added' | 'row-removed'; path: string; field: Table; row: Row; index: number };

/**
 * What changed between two rounds, in the order of the form: values, and of tables which rows came, went or changed in which cell. Pure.
 * Rows have no identity: equal rows belong together first, then rows that share their first filled text, in order.
 */
export function formChanges(definition: Definition, before: FormValues, after: FormValues): FormChange[] {
  return definition.form.fields.flatMap((field): FormChange[] => {
    const [old, now] = [ownValue(before, field.key) ?? null, ownValue(after, field.key) ?? null];
    if (sameJson(old, now)) return [];
    return field.type === 'table'
      ? tableChanges(field, rowsOf(old), rowsOf(now))
      : [{ kind: 'value', path: field.key, field, before: old, after: now }];
  });
}

/** Whether two JSON values say the same, blanks of every kind being alike. Pure. */
export function sameJson(left: Json | undefined, right: Json | undefined): boolean {
  if (isBlank(left) || isBlank(right)) return isBlank(left) && isBlank(right);
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, index) => sameJson(item, right[index]));
  if (!isRecord(left) || !isRecord(right)) return left === right;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => sameJson(ownValue(left, key), ownValue(right, key)));
}

/** What a row is called: its first filled text, else nothing. Pure. */
export function rowName(field: Table, row: Row): string | null {
  const column = field.columns.find((candidate) => candidate.type === 'text' && !isBlank(ownValue(row, candidate.key)));
  return column ? String(ownValue(row, column.key)) : null;
}

function tableChanges(field: Table, before: Row[], after: Row[]): FormChange[] {
  const pairs = matchRows(field, before, after);
  const kept = new Set(pairs.values());
  const changes = after.flatMap((row, index): FormChange[] => {
    const old = pairs.get(index);
    if (old === undefined) return [{ kind: 'row-added', path: `${field.key}.${index}`, field, row, index }];
    return field.columns.flatMap((column): FormChange[] => {
      const [was, is] = [ownValue(before[old] ?? {}, column.key) ?? null, ownValue(row, column.key) ?? null];
      return sameJson(was, is)
        ? []
        : [{ kind: 'cell', path: `${field.key}.${index}.${column.key}`, field, column, row, index, before: was, after: is }];
    });
  });
  const gone = before.flatMap((row, index): FormChange[] =>
    kept.has(index) ? [] : [{ kind: 'row-removed', path: `${field.key}.${index}`, field, row, index }],
  );
  return [...changes, ...gone];
}

/** Row after → row before. Each row is looked at a fixed number of times, however many there are. */
function matchRows(field: Table, before: Row[], after: Row[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (keyOf: (row: Row) => string | null): void => {
    const free = new Map<string, number[]>();
    for (const [index, row] of before.entries()) {
      const key = taken.has(index) ? null : keyOf(row);
      if (key === null) continue;
      const same = free.get(key);
      if (same) same.push(index);
      else free.set(key, [index]);
    }
    for (const [index, row] of after.entries()) {
      const key = pairs.has(index) ? null : keyOf(row);
      const old = key === null ? undefined : free.get(key)?.shift();
      if (old === undefined) continue;
      pairs.set(index, old);
      taken.add(old);
    }
  };
  pair((row) => canonicalJson(withoutBlanks(row)));
  pair((row) => rowName(field, row));
  return pairs;
}

/** The value with blanks of every kind alike, so that two that say the same are written the same. */
function withoutBlanks(value: Json): Json {
  if (isBlank(value)) return null;
  if (Array.isArray(value)) return value.map(withoutBlanks);
  if (!isRecord(value)) return value;
  const filled = Object.entries(value).filter(([, member]) => !isBlank(member));
  return Object.fromEntries(filled.map(([key, member]) => [key, withoutBlanks(member)]));
}
