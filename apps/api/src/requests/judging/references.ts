import type { Definition, Field, FormValues, Json } from '@countersign/domain';
import { isRecord, ownValue } from '@countersign/domain';
import { validate as isUuid } from 'uuid';

type ReferenceField = Extract<Field, { type: 'person' | 'people' | 'unit' | 'request' }>;

/** A field that names people, a unit or a request, and one that it names. */
export interface Reference {
  field: ReferenceField;
  id: string;
}

const REFERENCES: ReadonlySet<Field['type']> = new Set<ReferenceField['type']>(['person', 'people', 'unit', 'request']);
const isReference = (field: Field): field is ReferenceField => REFERENCES.has(field.type);

/** What a form refers to. Pure. */
export function referencesIn({ form }: Definition, values: FormValues): Reference[] {
  return form.fields.filter(isReference).flatMap((field) => {
    const value = ownValue(values, field.key);
    const ids = Array.isArray(value) ? value : [value];
    return ids.flatMap((id) => (typeof id === 'string' && id !== '' ? [{ field, id }] : []));
  });
}

/** Ids as PostgreSQL writes them, wherever a form has one: the same id spelt otherwise is the same. Works on values and on their wire form alike. Pure. */
export function withCanonicalIds<V extends FormValues | Record<string, Json>>(definition: Definition, values: V): V {
  const fields = new Map(definition.form.fields.map((field) => [field.key, field]));
  const entries = Object.entries(values).map(([key, value]): [string, Json] => {
    const field = fields.get(key);
    if (field && isReference(field)) return [key, withCanonicalId(value)];
    return [key, field?.type === 'files' || field?.type === 'table' ? withFileIds(value) : value];
  });
  return Object.fromEntries(entries) as V;
}

function withCanonicalId(value: Json): Json {
  if (Array.isArray(value)) return [...new Set(value.map(withCanonicalId))];
  return typeof value === 'string' ? canonicalId(value) : value;
}

/** An id as PostgreSQL writes it; any other text as it is. Pure. */
export function canonicalId(text: string): string {
  const id = text.trim();
  return isUuid(id) ? id.toLowerCase() : text;
}

function withFileIds(value: Json): Json {
  if (Array.isArray(value)) return value.map(withFileIds);
  if (!isRecord(value)) return value;
  if (typeof value.id === 'string' && typeof value.sha256 === 'string') return { ...value, id: canonicalId(value.id) };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, Array.isArray(inner) ? withFileIds(inner) : inner]));
}
