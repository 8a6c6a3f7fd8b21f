import type { Json } from '../text/bilingual';
import type { Field } from '../definition/fields/field.schema';
import { isRecord, rowsOf } from './blank';

/** A value as far as its content goes: files are their digests, whatever they are called and however often they were uploaded; several people are the same in any order. Pure. */
export function contentOf(field: Field, value: Json): Json {
  if (field.type === 'files') return digests(value);
  if (field.type === 'people') return Array.isArray(value) ? [...value].map(String).sort() : value;
  if (field.type !== 'table' || !Array.isArray(value)) return value;
  const files = new Set(field.columns.filter((column) => column.type === 'files').map((column) => column.key));
  const cellsOf = (row: Record<string, Json>) =>
    Object.entries(row).map(([key, cell]): [string, Json] => [key, files.has(key) ? digests(cell) : cell]);
  return rowsOf(value).map((row) => Object.fromEntries(cellsOf(row)));
}

function digests(value: Json): Json {
  return Array.isArray(value) ? value.filter(isRecord).map((file) => file['sha256'] ?? null) : value;
}
