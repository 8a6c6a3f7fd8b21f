import { z } from 'zod';
import { LIMITS } from './limits';
import { nameSchema, PATTERNS } from './patterns';

/** A literal of a condition, a default or an expected value. */
export const literalSchema = z.union([z.string().max(LIMITS.text), z.number(), z.boolean()]);

/** An amount in decimal notation with its currency. */
export const amountSchema = z.strictObject({
  money: z.string().regex(PATTERNS.decimal.regex),
  currency: z.string().regex(PATTERNS.currency.regex),
});

/**
 * What a comparison looks at.
 * - `field`: a form field's value; `items.amount` means the column of a table (use with `sum` / `count` only)
 * - `sum` / `count`: the sum of a table's number or money column, the number of its rows (or of the files of a file field)
 * - `param`: a parameter of the definition, as it stood at the first submit; `negative`: a number or an amount, below zero
 * - `stance`: how an opinion step of this walk was signed (`for` | `against` | `conditional`), blank before
 * - `money`: an amount in decimal notation with its currency
 * - `value`: a literal
 */
export const operandSchema = z.union([
  z.strictObject({ field: nameSchema }),
  z.strictObject({ sum: nameSchema }),
  z.strictObject({ count: nameSchema }),
  z.strictObject({ param: nameSchema, negative: z.literal(true).optional() }),
  z.strictObject({ stance: nameSchema }),
  amountSchema,
  z.strictObject({ value: literalSchema }),
]);
export type Operand = z.infer<typeof operandSchema>;

const pair = z.tuple([operandSchema, operandSchema]);

/** A condition over fields, sums, counts and parameters; all of its parts are JSON. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { eq: [Operand, Operand] }
  | { ne: [Operand, Operand] }
  | { lt: [Operand, Operand] }
  | { lte: [Operand, Operand] }
  | { gt: [Operand, Operand] }
  | { gte: [Operand, Operand] }
  | { in: [Operand, (string | number | boolean)[]] }
  | { filled: Operand }
  | { requesterHasRole: string };

/**
 * A small, total, decidable expression: no code, no clock, no regular expression.
 * A comparison with a blank operand, or of two currencies or types, is false; `ne` is the negation of `eq` on filled operands.
 */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).max(LIMITS.comparisons) }),
    z.strictObject({ any: z.array(conditionSchema).max(LIMITS.comparisons) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ eq: pair }),
    z.strictObject({ ne: pair }),
    z.strictObject({ lt: pair }),
    z.strictObject({ lte: pair }),
    z.strictObject({ gt: pair }),
    z.strictObject({ gte: pair }),
    z.strictObject({ in: z.tuple([operandSchema, z.array(literalSchema).min(1).max(LIMITS.inValues)]) }),
    z.strictObject({ filled: operandSchema }),
    z.strictObject({ requesterHasRole: nameSchema }),
  ]),
);
