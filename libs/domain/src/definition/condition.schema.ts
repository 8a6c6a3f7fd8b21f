import { z } from 'zod';

/**
 * What a comparison looks at.
 * - `field`: a form field's value; `items.amount` means the column of a table (use with `sum` / `count` only)
 * - `sum` / `count`: the sum of a table's number or money column, the number of its rows (or of the files of a file field)
 * - `param`: a parameter of the definition, as it stood at the first submit
 * - `stance`: how an opinion step of this walk was signed (`for` | `against` | `conditional`), blank before
 * - `money`: an amount in decimal notation with its currency
 * - `value`: a literal
 */
export const operandSchema = z.union([
  z.strictObject({ field: z.string().min(1) }),
  z.strictObject({ sum: z.string().min(1) }),
  z.strictObject({ count: z.string().min(1) }),
  z.strictObject({ param: z.string().min(1) }),
  z.strictObject({ stance: z.string().min(1) }),
  z.strictObject({ money: z.string().regex(/^-?\d+(\.\d+)?$/), currency: z.string().regex(/^[A-Z]{3}$/) }),
  z.strictObject({ value: z.union([z.string(), z.number(), z.boolean()]) }),
]);
export type Operand = z.infer<typeof operandSchema>;

const pair = z.tuple([operandSchema, operandSchema]);

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
    z.strictObject({ all: z.array(conditionSchema) }),
    z.strictObject({ any: z.array(conditionSchema) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ eq: pair }),
    z.strictObject({ ne: pair }),
    z.strictObject({ lt: pair }),
    z.strictObject({ lte: pair }),
    z.strictObject({ gt: pair }),
    z.strictObject({ gte: pair }),
    z.strictObject({ in: z.tuple([operandSchema, z.array(z.union([z.string(), z.number(), z.boolean()])).min(1)]) }),
    z.strictObject({ filled: operandSchema }),
    z.strictObject({ requesterHasRole: z.string().min(1) }),
  ]),
);
