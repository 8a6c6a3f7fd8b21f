import { z } from 'zod';
import { LIMITS } from './limits';
import { nameSchema } from './patterns';

/** Whose superiors, unit or scope an assignee rule starts from. */
const anchorSchema = z.union([z.literal('requester'), z.strictObject({ field: nameSchema })]);
/** Which unit a rule means: the requester's, one that a unit field names, or one of the company by its key. */
const unitSchema = z.union([anchorSchema, z.strictObject({ unit: nameSchema })]);
/** Superiors that one rule may ask, one after another. */
const MOST_LEVELS = 10;

/**
 * Who gets a step.
 * - `person`: one named person (directory key)
 * - `role`: holders of a role whose position covers the anchor's unit (nearest first); `scope: 'company'` ignores units.
 *   Several equally near holders each get a seat and the first to decide settles the step.
 * - `superior`: the n-th superior (1 = direct) along the reporting line; with `upTo` all from there to another level, or to whoever holds a role
 * - `climb`: superiors one by one until somebody holds the step's authority and a limit that covers the amount (G01), or a role (`until`)
 * - `unit-head`: the head of a unit, then whoever is above them
 * - `members`: everybody with a post in a unit, of these roles when given
 * - `field`: the person that a form field names, or everybody whom a field of several names, among holders of `roles` when given
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
  z.strictObject({
    by: z.literal('superior'),
    level: z.int().min(1).max(MOST_LEVELS).default(1),
    of: anchorSchema.default('requester'),
    /** Only where several sign, or are told. A role that nobody above holds finds nobody. */
    upTo: z.union([z.int().min(2).max(MOST_LEVELS), z.strictObject({ role: nameSchema })]).optional(),
  }),
  z.strictObject({
    by: z.literal('climb'),
    of: anchorSchema.default('requester'),
    until: z.strictObject({ role: nameSchema }).optional(),
  }),
  z.strictObject({ by: z.literal('unit-head'), of: unitSchema.default('requester') }),
  z.strictObject({
    by: z.literal('members'),
    of: unitSchema.default('requester'),
    roles: z.array(nameSchema).min(1).max(LIMITS.listed).optional(),
  }),
  z.strictObject({ by: z.literal('field'), field: nameSchema, roles: z.array(nameSchema).min(1).max(LIMITS.listed).optional() }),
  z.strictObject({ by: z.literal('choice'), roles: z.array(nameSchema).max(LIMITS.listed).optional() }),
  z.strictObject({ by: z.literal('requester') }),
]);
export type Assignee = z.infer<typeof assigneeSchema>;
export type Anchor = z.infer<typeof anchorSchema>;
export type UnitMeant = z.infer<typeof unitSchema>;
