import { z } from 'zod';
import { authorityKindSchema } from '../authority-kind.schema';
import { fieldKeySchema } from './field.schema';

/** How far an authority goes: up to an amount, without limit, not at all so that cases go upward, or withheld with its reason. */
export const GRANT_REACHES = ['limit', 'no-limit', 'upward', 'withheld'] as const;
export type GrantReach = (typeof GRANT_REACHES)[number];
export const GRANT_SIDES = ['in', 'over', 'any'] as const;

/**
 * An approved request becomes an authority of a role or a person, from its day on. Behind the end, when nothing can be taken back any more; what was changed
 * so is changed again by another request.
 */
export const becomesGrantSchema = z.strictObject({
  /** Choice whose values are keys of roles, and the person field that `beneficiary` names: one of the two is filled in. */
  role: fieldKeySchema,
  person: fieldKeySchema,
  /** Choice whose values are kinds of authority, or the one that it always is. */
  kind: z.union([fieldKeySchema, z.strictObject({ value: authorityKindSchema })]),
  /** Choice whose values are matters. */
  matter: fieldKeySchema,
  /** Choice of `in`, `over` and `any`: the side of the plan. Absent: any. */
  plan: fieldKeySchema.optional(),
  /** Choice of `limit`, `no-limit`, `upward` and `withheld`. */
  reach: fieldKeySchema,
  /** Money field: up to how much. */
  limit: fieldKeySchema,
  /** Text: why it is withheld. */
  reason: fieldKeySchema,
  /** Unit below which it holds; blank, or absent: as it held, else where the holder's post serves. */
  scope: fieldKeySchema.optional(),
  /** Date fields: from when, and the day on which it ends and what held before holds again. */
  from: fieldKeySchema,
  until: fieldKeySchema.optional(),
});
export type BecomesGrant = z.infer<typeof becomesGrantSchema>;
