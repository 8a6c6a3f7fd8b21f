import { z } from 'zod';
import { nameSchema } from '../patterns';
import { fieldKeySchema } from './field.schema';

/**
 * An approved request becomes lines of the budget: one for each unit, category and period that its rows speak of, and what they add up to. Behind the end,
 * when nothing can be taken back any more; where the approval is revoked or taken up again, what nobody holds of it is taken back.
 */
export const becomesPlanSchema = z.strictObject({
  /** Table of what is planned, with its columns: how much, and the first and the last day. */
  table: fieldKeySchema,
  amount: fieldKeySchema,
  from: fieldKeySchema,
  to: fieldKeySchema,
  /** Choice of the table whose values are categories of plans, or the one category that it always is. Absent: on anything. */
  category: z.union([fieldKeySchema, z.strictObject({ value: nameSchema })]).optional(),
  /** Unit field: who may spend it. */
  unit: fieldKeySchema,
});
export type BecomesPlan = z.infer<typeof becomesPlanSchema>;
