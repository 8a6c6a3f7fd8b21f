import { z } from 'zod';
import { authorityKindSchema } from './authority-kind.schema';
import { LIMITS } from './limits';
import { nameSchema, NOT_INHERITED, PATTERNS } from './patterns';
import { assigneeSchema } from './assignee.schema';
import { bilingualSchema } from '../text/bilingual';
import { conditionSchema, type Condition } from './condition.schema';
import type { Bilingual } from '../text/bilingual';

/** Step ids are kebab words; they are state names of the machine. */
export const stepIdSchema = z
  .string()
  .regex(PATTERNS.stepId.regex)
  .max(60)
  .refine(...NOT_INHERITED);

/** A guard by name with JSON parameters; the registry in `guards/index.ts` must know the name. */
export const guardReferenceSchema = z.strictObject({ type: nameSchema, params: z.record(nameSchema, z.json()).default({}) });
export type GuardReference = z.infer<typeof guardReferenceSchema>;

/** The authority that the person deciding a step must hold: kind × matter (× amount × in or over plan). */
export const authoritySchema = z.strictObject({
  kind: authorityKindSchema,
  matter: nameSchema,
  /** Money field that a limit must cover. Absent: no limit is asked, only the grant. */
  amount: nameSchema.optional(),
  /** True → the case counts as in plan, else over plan. Absent: plan is not asked. */
  inPlan: conditionSchema.optional(),
});
export type StepAuthority = z.infer<typeof authoritySchema>;

export const returnTargetSchema = z.union([z.literal('requester'), z.literal('previous'), stepIdSchema]);
export const resumeSchema = z.enum(['walk-again', 'straight-back']);
/** Where a request goes on after a return: every step once more, or straight back to the one who returned it. */
export type Resume = z.infer<typeof resumeSchema>;

const base = {
  id: stepIdSchema,
  title: bilingualSchema,
  note: bilingualSchema.optional(),
  /** The step exists only where this holds when the walk reaches it; otherwise it is skipped and logged. */
  when: conditionSchema.optional(),
};

const human = {
  ...base,
  assignee: assigneeSchema,
  /** Tried in order when the rules before them find nobody who may act. */
  fallback: z.array(assigneeSchema).max(LIMITS.listed).default([]),
  authority: authoritySchema.optional(),
  /** Earlier steps whose deciders may not decide this one. */
  distinctFrom: z.array(stepIdSchema).max(LIMITS.listed).default([]),
  /** The person who decided the step directly before in this walk: `merge` passes the step in their name and logs it (G40); `ask` asks again. */
  samePerson: z.enum(['merge', 'ask']).default('merge'),
  /** Nobody found: `block` with an owner (default), or `skip` (never for `approve`). */
  whenNobody: z.enum(['block', 'skip']).default('block'),
  fields: z
    .strictObject({
      write: z.array(nameSchema).max(LIMITS.listed).default([]),
      required: z.array(nameSchema).max(LIMITS.listed).default([]),
      hidden: z.array(nameSchema).max(LIMITS.listed).default([]),
    })
    .prefault({}),
  /** Return edges. `to` lists what may be chosen; `resume` is the rule, or `choose` where the person returning picks. */
  returns: z
    .strictObject({
      to: z.array(returnTargetSchema).max(LIMITS.listed).default(['requester', 'previous']),
      resume: z.union([resumeSchema, z.literal('choose')]).default('walk-again'),
      /** Rounds that a request may make: the first walk is one, every return, to whomever, begins another. */
      maxRounds: z.int().min(1).max(100).optional(),
    })
    .prefault({}),
  /** A comment is demanded for approving where this holds. Reject and return always demand one. */
  commentRequired: z.union([z.boolean(), conditionSchema]).default(false),
  /** Further guards on approving. */
  checks: z.array(guardReferenceSchema).max(LIMITS.listed).default([]),
  /** Date field that is this step's due date. */
  due: z.strictObject({ field: nameSchema }).optional(),
  /** Words on the buttons and in the history where the usual ones do not fit. */
  labels: z
    .strictObject({
      approve: bilingualSchema.optional(),
      done: bilingualSchema.optional(),
      reject: bilingualSchema.optional(),
      return: bilingualSchema.optional(),
    })
    .prefault({}),
};

const approve = z.strictObject({ ...human, kind: z.literal('approve'), mayReject: z.boolean().default(true) });
/** A mandatory gate: passes or returns, never final. */
const review = z.strictObject({ ...human, kind: z.literal('review'), mayReject: z.boolean().default(false) });
/** A mandatory signed opinion (`for` | `against` | `conditional`) with a comment and figures; it steers and does not decide (X11). */
const opinion = z.strictObject({ ...human, kind: z.literal('opinion') });
/** Something to be done, with evidence in its fields. */
const work = z.strictObject({ ...human, kind: z.literal('work') });
/** A notice to people; never waits. */
const cc = z.strictObject({ ...base, kind: z.literal('cc'), to: z.array(assigneeSchema).min(1).max(LIMITS.listed) });
const end = z.strictObject({ ...base, kind: z.literal('end'), outcome: z.enum(['approved', 'rejected']).default('approved') });

export type HumanStep = z.infer<typeof approve> | z.infer<typeof review> | z.infer<typeof opinion> | z.infer<typeof work>;
export type CcStep = z.infer<typeof cc>;
export type EndStep = z.infer<typeof end>;
/** First case whose condition holds, by order; `otherwise` when none does. */
export interface BranchStep {
  id: string;
  title: Bilingual;
  note?: Bilingual | undefined;
  when?: Condition | undefined;
  kind: 'branch';
  cases: { title: Bilingual; when: Condition; steps: Step[] }[];
  otherwise: Step[];
}
export type Step = HumanStep | CcStep | EndStep | BranchStep;
export type StepKind = Step['kind'];

const branch: z.ZodType<BranchStep> = z.lazy(() =>
  z.strictObject({
    ...base,
    kind: z.literal('branch'),
    cases: z
      .array(z.strictObject({ title: bilingualSchema, when: conditionSchema, steps: z.array(stepSchema).max(LIMITS.steps) }))
      .min(1)
      .max(LIMITS.cases),
    otherwise: z.array(stepSchema).max(LIMITS.steps).default([]),
  }),
) as z.ZodType<BranchStep>;

/** One node of a definition. */
export const stepSchema: z.ZodType<Step> = z.lazy(() =>
  z.discriminatedUnion('kind', [approve, review, opinion, work, cc, end, branch as never]),
) as z.ZodType<Step>;
