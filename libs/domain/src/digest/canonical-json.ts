import { ownValue } from '../text/own-value';
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
      return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value as Record<string, unknown>);
    default:
      throw new Error(`Expected to write JSON, but met a ${typeof value}`);
  }
}

function canonicalArray(values: unknown[]): string {
  let text = '';
  for (const value of values) text += text === '' ? canonicalJson(value) : `,${canonicalJson(value)}`;
  return `[${text}]`;
}

function canonicalObject(value: Record<string, unknown>): string {
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const member = ownValue(value, key);
    if (member !== undefined) text += `${text === '' ? '' : ','}${canonicalString(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/** Strings that JSON writes as they are: no control character, quote, backslash, and nothing from the surrogates upward. */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\ud7ff]*$/;

function canonicalString(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (/\p{Surrogate}/u.test(text)) throw new Error('Expected to write JSON, but met half a surrogate pair');
  return JSON.stringify(text);
}
