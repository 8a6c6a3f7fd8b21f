import { z } from 'zod';
import { refusal } from '../request/refusal';
import { canonicalText } from '../text/canonical-text';
import { defineGuard, textsOf, valueWith } from './guard';

/**
 * No value of the field stands on another live or approved request of the same register, nor twice on this one, however it is spelt.
 * Definitions that name one register share it. `request` is the other request's number, null for the same request.
 */
export const valueTaken = defineGuard({
  params: z.strictObject({ field: z.string().min(1), register: z.string().min(1).max(60) }),
  inDefinitions: true,
  fields: ({ field }) => [field],
  // Longer texts would not fit the register that keeps them apart.
  takes: ['text'],
  holds: ({ field, register }) => [{ register, field }],
  refuse(input, { field, register }) {
    const values = textsOf(valueWith(input, field));
    const claimed = input.facts.claimed[register] ?? {};
    const seen = new Set<string>();
    for (const value of values) {
      const same = canonicalText(value);
      if (same === '') continue;
      if (Object.hasOwn(claimed, same)) return refusal('value-taken', { field, value, request: claimed[same] ?? null });
      if (seen.has(same)) return refusal('value-taken', { field, value, request: null });
      seen.add(same);
    }
    return null;
  },
});
