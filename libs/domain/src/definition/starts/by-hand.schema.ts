import { z } from 'zod';
import { bilingualSchema } from '../../text/bilingual';
import { LIMITS } from '../limits';
import { nameSchema } from '../patterns';
import { stepIdSchema } from '../steps/step-parts';
import { childMapSchema } from '../steps/subprocess.step';

/** Who may start one: the requester, whoever has a task of the request or had one, holders of a role. */
const starterSchema = z.union([z.enum(['requester', 'asked']), z.strictObject({ role: nameSchema })]);

/** Another request that people start from this one when they need it, with what it holds; whoever starts it fills in the rest and submits it. */
export const byHandSchema = z.strictObject({
  /** Key of the process, in the version that is in use then. */
  definition: stepIdSchema,
  title: bilingualSchema,
  map: childMapSchema,
  by: z.array(starterSchema).min(1).max(LIMITS.listed).default(['requester']),
  /** While it is under way, once it is approved, or either. */
  when: z.enum(['under-way', 'approved', 'either']).default('either'),
  /** So many that are under way or approved; absent: as many as a request may have at all. */
  max: z.int().min(1).max(LIMITS.children).default(LIMITS.children),
  /** It is withdrawn with this request. */
  bound: z.boolean().default(true),
  /** Fields of this request that whoever reads the other one is shown. */
  shows: z.array(nameSchema).max(LIMITS.facts).default([]),
});
export type ByHand = z.infer<typeof byHandSchema>;
