import { z } from 'zod';
import { LIMITS } from '../limits';
import { nameSchema } from '../patterns';

const fieldsSchema = z.array(nameSchema).min(1).max(LIMITS.heldTogether);

/**
 * What only one request of a process may have that is under way or approved. Fields that say the same together; or `same` fields, with `requester` only
 * among requests of one person, and `during` a range of dates of which no two have a day in common.
 */
export const oneInForceSchema = z.union([
  fieldsSchema,
  z.strictObject({ same: fieldsSchema.optional(), requester: z.literal(true).optional(), during: nameSchema.optional() }),
]);
export type OneInForce = z.infer<typeof oneInForceSchema>;

/** The fields that say the same, whether it is among requests of one person alone, and the range of dates; in one shape. Pure. */
export function oneInForceParts(rule: OneInForce): { same: readonly string[]; requester: boolean; during: string | null } {
  if (Array.isArray(rule)) return { same: rule, requester: false, during: null };
  const { same = [], requester = false, during = null } = rule;
  return { same, requester, during };
}
