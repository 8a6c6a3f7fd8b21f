import { z } from 'zod';
import { refusal } from '../request/refusal';
import { defineGuard, valueWith } from './guard';
import { togetherOf } from './held';

/** No other request of the process that is under way or approved says the same in all of these fields. What is blank in one of them is like no other. */
export const oneInForce = defineGuard({
  params: z.strictObject({
    register: z.string(),
    parts: z.array(z.strictObject({ field: z.string(), exact: z.boolean() })).min(1),
  }),
  fields: ({ parts }) => parts.map(({ field }) => field),
  holds: ({ register, parts }) => [{ register, field: parts.at(-1)?.field ?? '', parts }],
  refuse(input, { register, parts }) {
    const value = togetherOf(parts, (field) => valueWith(input, field));
    const claimed = input.facts.claimed[register] ?? {};
    if (value === '' || !Object.hasOwn(claimed, value)) return null;
    return refusal('one-in-force', { field: parts.at(-1)?.field ?? '', request: claimed[value] ?? null });
  },
});
