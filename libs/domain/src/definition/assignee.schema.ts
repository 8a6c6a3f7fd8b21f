import { z } from 'zod';
import { LIMITS } from './limits';
import { nameSchema } from './patterns';

/** Whose superiors, unit or scope an assignee rule starts from. */
const anchorSchema = z.union([z.literal('requester'), z.strictObject({ field: nameSchema })]);

/**
 * Who gets a step.
 * - `person`: one named person (directory key)
 * - `role`: holders of a role whose position covers the anchor's unit (nearest first); `scope: 'company'` ignores units.
 *   Several equally near holders each get a seat and the first to decide settles the step.
 * - `superior`: the n-th superior (1 = direct) along the reporting line
 * - `climb`: superiors one by one until somebody holds the step's authority and a limit that covers the amount (G01)
 * - `field`: the person that a form field names
 * - `choice`: the person that the requester picked for this step when submitting, among holders of `roles` when given
 * - `requester`: the requester (only for `work`)
 */
export const assigneeSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('person'), person: nameSchema }),
  z.strictObject({
    by: z.literal('role'),
    role: nameSchema,
    scope: z.union([anchorSchema, z.literal('company')]).default('requester'),
  }),
  z.strictObject({ by: z.literal('superior'), level: z.int().min(1).max(10).default(1), of: anchorSchema.default('requester') }),
  z.strictObject({ by: z.literal('climb'), of: anchorSchema.default('requester') }),
  z.strictObject({ by: z.literal('field'), field: nameSchema }),
  z.strictObject({ by: z.literal('choice'), roles: z.array(nameSchema).max(LIMITS.listed).optional() }),
  z.strictObject({ by: z.literal('requester') }),
]);
export type Assignee = z.infer<typeof assigneeSchema>;
export type Anchor = z.infer<typeof anchorSchema>;
