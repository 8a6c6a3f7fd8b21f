import { z } from 'zod';
import { bilingualSchema } from '../../text/bilingual';
import { assigneeSchema } from '../assignee.schema';
import { authorityKindSchema } from '../authority-kind.schema';
import { conditionSchema } from '../condition.schema';
import { dueSchema } from '../times/due.schema';
import { LIMITS } from '../limits';
import { nameSchema, NOT_INHERITED, PATTERNS } from '../patterns';

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

/** Where a step may return a request to: the requester, the step before, or one by its name. */
export const returnTargetSchema = z.union([z.literal('requester'), z.literal('previous'), stepIdSchema]);
/** Ways in which a request goes on after a return. */
export const RESUMES = ['walk-again', 'straight-back', 'only-changed'] as const;
export const resumeSchema = z.enum(RESUMES);
/** Where a request goes on after a return: every step once more, straight back to the one who returned it, or by whoever was shown something that changed. */
export type Resume = z.infer<typeof resumeSchema>;

/** What every step has. */
export const stepShape = {
  id: stepIdSchema,
  title: bilingualSchema,
  note: bilingualSchema.optional(),
  /** The step exists only where this holds when the walk reaches it; otherwise it is skipped and logged. */
  when: conditionSchema.optional(),
};

/** By which rules people are found. */
export const foundShape = {
  assignee: assigneeSchema,
  /** Tried in order when the rules before them find nobody who may act. */
  fallback: z.array(assigneeSchema).max(LIMITS.listed).default([]),
};

/**
 * Somebody is found who has decided before. `merge`: whoever decided the step directly before in this walk passes this one in their name, which is logged
 * (G40); `any`: so does whoever agreed anywhere before in this walk; `ask`: they are asked again; `superior`: whoever decided the step directly before
 * is passed over, and the next superior who may decide is asked.
 */
export const samePersonSchema = z.enum(['merge', 'any', 'ask', 'superior']);
/** The requester or whoever benefits is found: they are passed over (`pass-over`), or their next superior who may decide is asked in their place. */
export const whenRequesterSchema = z.enum(['pass-over', 'superior']);
/** Nobody is found: `block` with an owner, or `skip` (never for `approve`). */
export const whenNobodySchema = z.enum(['block', 'skip']);

/** What every step has that people decide, whoever they are. */
export const decidedByShape = {
  ...stepShape,
  authority: authoritySchema.optional(),
  /** Earlier steps whose deciders may not decide this one. */
  distinctFrom: z.array(stepIdSchema).max(LIMITS.listed).default([]),
  samePerson: samePersonSchema.default('merge'),
  whenRequester: whenRequesterSchema.optional(),
  whenNobody: whenNobodySchema.default('block'),
  fields: z
    .strictObject({
      write: z.array(nameSchema).max(LIMITS.listed).default([]),
      required: z.array(nameSchema).max(LIMITS.listed).default([]),
      hidden: z.array(nameSchema).max(LIMITS.listed).default([]),
      /** Fields of the requester that its decider may correct while passing it. Absent: none. */
      edit: z.array(nameSchema).min(1).max(LIMITS.listed).optional(),
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
  /** Whoever has corrected the form at an earlier step may decide this one too. Absent: somebody else has to. */
  ownCorrection: z.literal('allow').optional(),
  /** A comment is demanded for approving where this holds. Reject and return always demand one. */
  commentRequired: z.union([z.boolean(), conditionSchema]).default(false),
  /** It may be decided row by row of a table: each accepted, or refused with a reason; an amount in the column `cut` may be cut. Absent: as a whole. */
  rows: z.strictObject({ table: nameSchema, cut: nameSchema.optional() }).optional(),
  /** It may be passed together with steps of other requests, by one press. Absent: as its kind is. */
  bulk: z.boolean().optional(),
  /** Further guards on approving. */
  checks: z.array(guardReferenceSchema).max(LIMITS.listed).default([]),
  /** Somebody may leave it out in one case, with a reason: the requester, or whoever decided an earlier step. Never a step that gives the yes. */
  optional: z.strictObject({ by: z.union([z.literal('requester'), stepIdSchema]) }).optional(),
  /** When it is due, who is reminded and who hears of it when it is late. */
  due: dueSchema.optional(),
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

/** What a step has that the people of one rule decide. */
export const decidedShape = {
  ...decidedByShape,
  ...foundShape,
  /** Of several people who are found, one claims it before anybody decides. Absent: whoever decides first. */
  claim: z.literal(true).optional(),
};
