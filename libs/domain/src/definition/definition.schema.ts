import { z } from 'zod';
import { byHandSchema } from './starts/by-hand.schema';
import { reopenSchema, revokeSchema, withdrawSchema } from './after-end.schema';
import { toMinor } from '../money/money';
import { bilingualSchema } from '../text/bilingual';
import { amountSchema, literalSchema } from './condition.schema';
import { LIMITS } from './limits';
import { nameSchema, PATTERNS } from './patterns';
import { becomesGrantSchema } from './fields/becomes-grant.schema';
import { becomesPlanSchema } from './fields/becomes-plan.schema';
import { entrancesSchema } from './starts/entrances.schema';
import { fieldKeySchema, fieldSchema } from './fields/field.schema';
import { oneInForceSchema } from './starts/one-in-force.schema';
import { policiesSchema, withPolicies } from './policies';
import { scheduleSchema } from './times/schedule.schema';
import { stepSchema } from './step.schema';
import { guardReferenceSchema, stepIdSchema } from './steps/step-parts';

/** A comment that is often made; `for`: only where somebody agrees, or only where they do not. */
const phraseSchema = bilingualSchema.extend({ for: z.enum(['yes', 'no']).optional() });

const parameterSchema = z.strictObject({
  key: fieldKeySchema,
  title: bilingualSchema,
  /** What holds while a company has set nothing. */
  default: z.union([literalSchema, amountSchema.refine(({ money, currency }) => typeof toMinor(money, currency) === 'bigint')]),
});

/**
 * A process as data; immutable once published (`key` + `version`, hashed).
 *
 * Templates (`sentence`, `rowTitle`, those of `mails`) are bilingual texts with `{name}` places: any field key (formatted by its type), `{requester}`, `{unit}`
 * (the requester's unit), `{number}`. A segment in square brackets is dropped when one of its places is blank.
 */
export const definitionFormat = z.strictObject({
  key: stepIdSchema,
  version: z.int().min(1).max(1_000_000),
  /** Catalogue code of the process document, such as SC-001 (X06). */
  code: z.string().max(40).optional(),
  title: bilingualSchema,
  description: bilingualSchema.optional(),
  /** Catalogue area: one of the fixed words of `areas`. */
  area: z.enum([
    'planning',
    'research',
    'marketing',
    'store',
    'merchandise',
    'sales',
    'engineering',
    'finance',
    'people',
    'governance',
    'service',
    'property',
    'it',
  ]),
  department: bilingualSchema.optional(),
  /** Human numbers read `<prefix>-<year>-<counter>`. */
  numberPrefix: z.string().regex(PATTERNS.numberPrefix.regex),
  /** Who may start it: everybody of the company, or holders of these roles. */
  start: z.union([z.strictObject({ everyone: z.literal(true) }), z.strictObject({ roles: z.array(nameSchema).min(1).max(LIMITS.listed) })]),
  /** Several ways to start it; absent: one. */
  entrances: entrancesSchema.optional(),
  parameters: z.array(parameterSchema).max(LIMITS.parameters).default([]),
  form: z.strictObject({ fields: z.array(fieldSchema).max(LIMITS.fields) }),
  /** The decision sentence while the request runs, e.g. “{requester}为{unit}申请报销 {amount}”. */
  sentence: bilingualSchema,
  /** One line in lists, e.g. “报销 · {category} · {unit}”. */
  rowTitle: bilingualSchema,
  /** Field keys of the facts card, material first, at most eight. */
  facts: z.array(nameSchema).max(LIMITS.facts).default([]),
  /** The money field of the amount column. */
  amount: nameSchema.optional(),
  /** Person field of who benefits; that person may not decide either. */
  beneficiary: nameSchema.optional(),
  /** Guards on submit and resubmit. */
  submitChecks: z.array(guardReferenceSchema).max(LIMITS.listed).default([]),
  /** What only one request may have that is under way or approved, such as a unit and a month, or a person on a day. */
  oneInForce: oneInForceSchema.optional(),
  /** Comments often used here, offered as chips. */
  phrases: z.array(phraseSchema).max(LIMITS.phrases).default([]),
  /** Seconds in which one's own decision can be undone and a finished request waits before it is closed. */
  graceSeconds: z.int().min(0).max(3_600).default(10),
  /** What a mail about a notice says, where the words of the house would not do. Whoever does not see one of its fields gets those of the house. */
  mails: z
    .array(z.strictObject({ notice: nameSchema, subject: bilingualSchema, text: bilingualSchema }))
    .max(LIMITS.mails)
    .optional(),
  /** Steps that say nothing of their own are due as is usual for their kind: working days, a reminder, the superior when it is late (G03). */
  deadlines: z.literal('usual').optional(),
  /** What holds where a step says nothing of its own: somebody decides twice, the requester is found, or nobody is. */
  policies: policiesSchema.optional(),
  /** Until when the requester may withdraw it; absent: until somebody has decided. */
  withdraw: withdrawSchema.optional(),
  /**
   * How a finished request may be taken up again, and an approved one revoked; absent: not at all. `steps` run then, before it ends as revoked: they call
   * back what followed from the approval.
   */
  reopen: reopenSchema.optional(),
  revoke: revokeSchema.extend({ steps: z.array(stepSchema).min(1).max(LIMITS.steps).optional() }).optional(),
  /** What it adds to the budget once it is approved; absent: nothing. */
  becomesPlan: becomesPlanSchema.optional(),
  /** What authority it gives or takes once it is approved; absent: none. */
  becomesGrant: becomesGrantSchema.optional(),
  /** Requests of other processes that people may start from it by hand; absent: none. */
  children: z.array(byHandSchema).min(1).max(LIMITS.listed).optional(),
  /** When it starts by itself; absent: only when somebody starts it. It can be started by hand besides. */
  schedule: scheduleSchema.optional(),
  flow: z.array(stepSchema).min(1).max(LIMITS.steps),
});
export type Definition = z.infer<typeof definitionFormat>;
/** A definition as it may be written down, defaults left out. */
export type DefinitionInput = z.input<typeof definitionFormat>;

/** Reads a definition: the policies of its head are said at its steps. */
export const definitionSchema = z.preprocess(withPolicies, definitionFormat);
