/**
 * Writes a JSON value in canonical form (RFC 8785): keys sorted by UTF-16 code units, no white space, ECMAScript numbers and strings. Pure.
 * Properties that are `undefined` are left out, as JSON does. Throws on what JSON cannot carry: other types, NaN, infinities, lone surrogates.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return canonicalString(value);
    case 'number':
      if (!Number.isFinite(value)) throw new Error(`Expected to write JSON, but met the number ${value}`);
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? `[${value.map(canonicalJson).join(',')}]` : canonicalObject(value as Record<string, unknown>);
    default:
      throw new Error(`Expected to write JSON, but met a ${typeof value}`);
  }
}

function canonicalObject(value: Record<string, unknown>): string {
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    if (value[key] !== undefined) members.push(`${canonicalString(key)}:${canonicalJson(value[key])}`);
  }
  return `{${members.join(',')}}`;
}

function canonicalString(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new Error('Expected to write JSON, but met half a surrogate pair');
  return JSON.stringify(text);
}
