import { z } from 'zod';
import { bilingualSchema } from '../../text/bilingual';
import { conditionSchema, literalSchema } from '../condition.schema';
import { LIMITS } from '../limits';
import { nameSchema, NOT_INHERITED, PATTERNS } from '../patterns';

/** Field keys are camelCase identifiers; a table's column is named `table.column` in conditions. */
export const fieldKeySchema = z
  .string()
  .regex(PATTERNS.fieldKey.regex)
  .refine(...NOT_INHERITED);

const base = {
  key: fieldKeySchema,
  label: bilingualSchema,
  hint: bilingualSchema.optional(),
  /** Must be filled when the request is submitted (or, for a field that a step writes, see the step's `fields.required`). */
  required: z.union([z.boolean(), conditionSchema]).default(false),
  /** A later change of a material field lapses decisions. */
  material: z.boolean().default(false),
  /** `start`: the requester fills it. `step`: only steps that list it under `fields.write` do. */
  filledAt: z.enum(['start', 'step']).default('start'),
  /** Shown in the form only while this holds; a hidden field is blank. */
  visible: conditionSchema.optional(),
  /** What a route preview assumes for a field that a later step will write. */
  expected: literalSchema.optional(),
};

/** One of the values that a choice offers, and how it reads. */
export const optionSchema = z.strictObject({ value: nameSchema, label: bilingualSchema });

const text = z.strictObject({ ...base, type: z.literal('text'), maxLength: z.int().min(1).max(500).default(200) });
const longText = z.strictObject({ ...base, type: z.literal('long-text'), maxLength: z.int().min(1).max(10_000).default(4_000) });
/** A bound beyond 2^53 would not be the one that was written. */
const exactNumber = z.number().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);
const number = z.strictObject({
  ...base,
  type: z.literal('number'),
  unit: bilingualSchema.optional(),
  min: exactNumber.optional(),
  max: exactNumber.optional(),
  decimals: z.int().min(0).max(6).default(0),
});
const money = z.strictObject({
  ...base,
  type: z.literal('money'),
  currency: z.string().regex(PATTERNS.currency.regex).default('CNY'),
  /** Least amount, as a decimal. Absent: 0, so that no line can pull a sum under a limit. */
  min: z.string().regex(PATTERNS.decimal.regex).optional(),
});
/** The sum of a table's money column; never typed in by a person. */
const moneySum = z.strictObject({
  ...base,
  type: z.literal('money-sum'),
  of: nameSchema,
  currency: z.string().regex(PATTERNS.currency.regex).default('CNY'),
});
/** How many days a range of the form has; never typed in by a person. */
const dayCount = z.strictObject({
  ...base,
  type: z.literal('days'),
  /** Key of the `date-range`. */
  of: fieldKeySchema,
  /** `working`: on which the clock of the requester's unit runs, a store's own or the office's, as its calendar stands when the form is sent. */
  count: z.enum(['working', 'calendar']).default('working'),
  /** Keys of `yes-no` fields that leave out a half of the first or of the last day. */
  half: z.strictObject({ first: fieldKeySchema.optional(), last: fieldKeySchema.optional() }).default({}),
});
/** How a line of a budget covers what the request asks for; worked out from the ledger when the form is sent, and held from then on. One for a form. */
const budget = z.strictObject({
  ...base,
  type: z.literal('budget'),
  /** Money field or sum: what it costs. */
  amount: fieldKeySchema,
  /** Unit field: who pays. */
  unit: fieldKeySchema,
  /** Choice whose values are categories of plans, or the one category that it always is. Absent: lines for anything alone. */
  category: z.union([fieldKeySchema, z.strictObject({ value: nameSchema })]).optional(),
  /** Date, or range of dates whose first day counts: of which period it is. Absent: the company's day. */
  date: fieldKeySchema.optional(),
  /** Step whose yes commits what was reserved, or those that all say it as far as they are asked. Absent: the approval of the request. */
  commit: z.union([nameSchema, z.array(nameSchema).min(1).max(LIMITS.listed)]).optional(),
  /** Steps that pay, each with the money field that says how much; absent: all of it. `parts`: the table that keeps what was paid of it until all is. */
  spend: z
    .array(z.strictObject({ step: nameSchema, amount: fieldKeySchema.optional(), parts: fieldKeySchema.optional() }))
    .max(LIMITS.heldTogether)
    .default([]),
  /** The line that gets it once the request is approved and closed, found as the first is. Then all of it has to be there when it is asked for. */
  to: z
    .strictObject({
      unit: fieldKeySchema,
      category: z.union([fieldKeySchema, z.strictObject({ value: nameSchema })]).optional(),
      date: fieldKeySchema.optional(),
    })
    .optional(),
});
/** `today` = the company's day on which the form is sent; a range lies in it with both ends. */
const days = { notAfter: z.literal('today').optional(), notBefore: z.literal('today').optional() };
const date = z.strictObject({
  ...base,
  ...days,
  type: z.literal('date'),
  /** Key of a `date-range` of the form: the day lies in it, as soon as the range is filled in. */
  within: fieldKeySchema.optional(),
});
const dateRange = z.strictObject({
  ...base,
  ...days,
  type: z.literal('date-range'),
  /** So many days at most, first and last counted. */
  maxDays: z.int().min(1).max(LIMITS.rangeDays).optional(),
});
const choice = z.strictObject({ ...base, type: z.literal('choice'), options: z.array(optionSchema).min(1).max(LIMITS.options) });
const yesNo = z.strictObject({ ...base, type: z.literal('yes-no'), yes: bilingualSchema.optional(), no: bilingualSchema.optional() });
const person = z.strictObject({ ...base, type: z.literal('person') });
/** Several people, each once; a step that goes by the field asks all of them. */
const people = z.strictObject({ ...base, type: z.literal('people'), max: z.int().min(1).max(LIMITS.seats).default(20) });
const unit = z.strictObject({
  ...base,
  type: z.literal('unit'),
  kinds: z
    .array(z.enum(['company', 'region', 'store', 'department']))
    .min(1)
    .max(4)
    .optional(),
});
const files = z.strictObject({
  ...base,
  type: z.literal('files'),
  min: z.int().min(0).max(LIMITS.files).default(0),
  max: z.int().min(1).max(LIMITS.files).default(20),
});
/** How a request that is cited may stand. */
const CITABLE = ['running', 'approved', 'rejected', 'withdrawn', 'terminated'] as const;
const request = z.strictObject({
  ...base,
  type: z.literal('request'),
  definition: nameSchema.optional(),
  outcomes: z.array(z.enum(CITABLE)).min(1).max(CITABLE.length).default(['running', 'approved']),
  /** It has to be approved when this one is submitted; `in-force`: and whenever somebody agrees to this one. */
  must: z.enum(['approved', 'in-force']).optional(),
  /** Fields of this form that have to say what a field of that request says: `[own, other]`. */
  same: z
    .array(z.tuple([nameSchema, nameSchema]))
    .min(1)
    .max(LIMITS.heldTogether)
    .optional(),
});

const columnSchema = z.discriminatedUnion('type', [text, number, money, date, choice, yesNo, files]);
const table = z.strictObject({
  ...base,
  type: z.literal('table'),
  columns: z.array(columnSchema).min(1).max(LIMITS.columns),
  minRows: z.int().min(0).max(LIMITS.rows).default(1),
  maxRows: z.int().min(1).max(LIMITS.rows).default(100),
});

/** A typed field of a form. `unit` with `kinds: ['store']` is the store picker. */
export const fieldSchema = z.discriminatedUnion('type', [
  text,
  longText,
  number,
  money,
  moneySum,
  dayCount,
  budget,
  date,
  dateRange,
  choice,
  yesNo,
  person,
  people,
  unit,
  files,
  request,
  table,
]);
export type Field = z.infer<typeof fieldSchema>;
export type Column = z.infer<typeof columnSchema>;
export type FieldType = Field['type'];
