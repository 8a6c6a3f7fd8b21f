import { z } from 'zod';
import { LIMITS } from './limits';
import { nameSchema } from './patterns';
import { stepIdSchema } from './steps/step-parts';

/** Who may still take up a request that has its outcome: its requester, those who look after requests, holders of a role. */
const whoSchema = z.union([z.enum(['requester', 'operator']), z.strictObject({ role: nameSchema })]);
export type WhoAfterEnd = z.infer<typeof whoSchema>;

const afterEndShape = {
  by: z.array(whoSchema).min(1).max(LIMITS.listed),
  /** For so many days after its end; absent: however long ago it was. */
  days: z.int().min(1).max(3_650).optional(),
};

/** A finished request begins another round from a step, or with its requester. What was decided stands as far as it was about the same. */
export const reopenSchema = z.strictObject({
  ...afterEndShape,
  outcomes: z
    .array(z.enum(['approved', 'rejected', 'withdrawn', 'terminated']))
    .min(1)
    .max(4),
  to: z.union([z.literal('requester'), stepIdSchema]),
});

/** An approved request is revoked: it counts no more, and whoever was told of it hears that. */
export const revokeSchema = z.strictObject(afterEndShape);

/** Until when its requester may withdraw a request: until somebody has decided, until a step has passed, at any time, never. */
export const withdrawSchema = z.union([z.enum(['first-decision', 'any-time', 'never']), z.strictObject({ until: stepIdSchema })]);
