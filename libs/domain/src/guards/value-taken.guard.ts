import { z } from 'zod';
import { refusal, type Refusal } from '../request/refusal';
import { oddLetter } from '../text/canonical-text';
import { isIdentifierLong, registerText } from '../text/register-text';
import { defineGuard, textsOf, valueWith, type GuardInput } from './guard';
import { ownValue } from '../text/own-value';

/**
 * No value of the field stands on another live or approved request of the same register, nor twice on this one, however it is spelt.
 * Definitions that name one register share it. `request` is the other request's number, null for the same request. What cannot be told from another
 * value at sight is refused as well (`odd-letter`).
 */
export const valueTaken = defineGuard({
  params: z.strictObject({ field: z.string().min(1), register: z.string().min(1).max(60) }),
  inDefinitions: true,
  fields: ({ field }) => [field],
  // Longer texts are no identifiers.
  takes: ['text'],
  holds: ({ field, register }) => [{ register, field }],
  refuse: (input, params) => takenAmong(input, params, textsOf(valueWith(input, params.field))).find((found) => found !== null) ?? null,
  refuseEach: takenAmong,
});

function takenAmong(
  { facts }: GuardInput,
  { field, register }: { field: string; register: string },
  values: readonly string[],
): (Refusal | null)[] {
  const claimed = ownValue(facts.claimed, register) ?? {};
  const seen = new Set<string>();
  return values.map((value) => {
    // At sight nobody tells a text from another that is longer than any identifier.
    const letter = isIdentifierLong(value) ? oddLetter(value) : null;
    if (letter !== null) return refusal('odd-letter', { field, value, letter });
    const same = registerText(value);
    if (same === '') return null;
    if (Object.hasOwn(claimed, same)) return refusal('value-taken', { field, value, request: ownValue(claimed, same) ?? null });
    if (seen.has(same)) return refusal('value-taken', { field, value, request: null });
    seen.add(same);
    return null;
  });
}
