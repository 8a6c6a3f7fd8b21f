import { z } from 'zod';
import type { Definition } from '../definition/definition.schema';
import { oneInForceRule } from '../definition/submit-checks';
import { fieldValue } from '../form/field-value';
import type { HeldValue } from '../request/held';
import { refusal } from '../request/refusal';
import type { FormValues } from '../request/request-state';
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

/** What a form says, by the rule of a process, in the fields that only one request may have together; null where it says nothing in one of them. Pure. */
export function oneInForceOf(definition: Definition, form: FormValues): HeldValue | null {
  const rule = oneInForceRule(definition);
  const value = rule === null ? '' : togetherOf(rule.parts, (field) => fieldValue(definition, form, field));
  return rule === null || value === '' ? null : { register: rule.register, value };
}
