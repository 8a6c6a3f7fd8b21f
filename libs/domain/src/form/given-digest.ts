import { hashOf } from '../digest/sha256';
import type { RequestContext } from '../request/request-state';
import { ownValue } from '../text/own-value';

const DIGITS = 16;

/**
 * Digest of what is handed on to another request or another system. Pure. Of what is named only fields count, and `more` besides: literals stand in the
 * definition, which is the same for the whole life of a request.
 */
export function givenDigest(
  handed: Readonly<Record<string, object>>,
  { material }: Pick<RequestContext, 'material'>,
  ...more: string[]
): string {
  const named = Object.keys(handed).sort();
  const fields = named.flatMap((name) =>
    'field' in (ownValue(handed, name) ?? {}) ? [String((ownValue(handed, name) as { field: unknown }).field)] : [],
  );
  return hashOf([...fields, ...more].map((key) => ownValue(material, key) ?? '')).slice(0, DIGITS);
}
