import { hashOfBody } from '@countersign/database';
import { beginningOf, ownValue, type CommandBody } from '@countersign/domain';

/**
 * Bytes that a command may have as JSON. Well below what Temporal carries (2 MiB in one payload, 4 MiB in one call): a transition holds what its
 * command says, and the start of a run brings the definition besides.
 */
export const MOST_COMMAND_BYTES = 600_000;

/** A command that is too large to be delivered, and the part of it that is largest: `form.items`, `choices.look`, `comment`. */
export interface TooLarge {
  place: string;
  bytes: number;
  most: number;
}

/** What is too large about a command, given its JSON; null where nothing is. */
export function tooLarge(body: CommandBody, json: string): TooLarge | null {
  const bytes = Buffer.byteLength(json);
  if (bytes <= MOST_COMMAND_BYTES) return null;
  return { place: largestPart(body), bytes, most: MOST_COMMAND_BYTES };
}

function largestPart(body: CommandBody): string {
  const whole = largest(Object.entries(body));
  const part = ownValue(body as unknown as Record<string, unknown>, whole);
  const inner = typeof part === 'object' && part !== null ? largest(Object.entries(part)) : null;
  return inner === null ? whole : `${whole}.${beginningOf(inner, 60)}`;
}

function largest(parts: [string, unknown][]): string {
  let [place, most] = ['', -1];
  for (const [key, value] of parts) {
    const size = key.length + (JSON.stringify(value) ?? '').length;
    if (size > most) [place, most] = [key, size];
  }
  return place;
}

/** The body as JSON; null where PostgreSQL cannot keep it: NUL, a half surrogate pair. */
export function storableJson(body: CommandBody): string | null {
  try {
    hashOfBody(body);
    const json = JSON.stringify(body);
    return json.includes('\\u0000') ? null : json;
  } catch {
    return null;
  }
}
