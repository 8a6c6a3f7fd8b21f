import { hashOf } from '../../digest/sha256';
import type { Json } from '../../text/bilingual';
import { ownValue } from '../../text/own-value';
import { registerText } from '../../text/register-text';
import type { LinkedRequest } from '../facts';

/** As much of a digest as tells two values of one field apart. */
const DIGITS = 16;

function digestOf(request: string, value: Exclude<Json, object | null>, exact: boolean): string {
  return hashOf([request, exact ? String(value) : registerText(String(value))]).slice(0, DIGITS);
}

function digested(request: string, value: Json): Json {
  if (value === null || Array.isArray(value)) return null;
  if (typeof value === 'object') return typeof value['exact'] === 'string' && typeof value['text'] === 'string' ? value : null;
  return { exact: digestOf(request, value, true), text: digestOf(request, value, false) };
}

/** What the journal and the run of a request may keep of another one: digests of what that one says, enough to tell whether both say the same. Pure; once more it comes to the same. */
export function withoutTexts(linked: Record<string, LinkedRequest>): Record<string, LinkedRequest> {
  return Object.fromEntries(
    Object.entries(linked).map(([field, { said, ...request }]) => {
      const digests = Object.entries(said).map(([key, value]): [string, Json] => [key, digested(request.id, value)]);
      return [field, { ...request, said: Object.fromEntries(digests) }];
    }),
  );
}

/**
 * Whether a request says in a field what `own` says; a text is told apart as an identifier is, unless `exact`. Pure. Both blank is no agreement: nothing is
 * said. Journals of earlier versions hold the value itself.
 */
export function saysSame({ id, said }: Pick<LinkedRequest, 'id' | 'said'>, field: string, own: Json, exact: boolean): boolean {
  const theirs = ownValue(said, field) ?? null;
  if (own === null || typeof own === 'object' || theirs === null || Array.isArray(theirs)) return false;
  const known = typeof theirs === 'object' ? theirs[exact ? 'exact' : 'text'] : digestOf(id, theirs, exact);
  return known === digestOf(id, own, exact);
}
