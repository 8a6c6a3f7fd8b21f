import type { Json } from '../text/bilingual';

/** Everything that can be wrong with one field. One closed list: a text exists for each in both languages. */
export const FIELD_PROBLEM_CODES = [
  'required',
  'unknown-field',
  'not-writable',
  'wrong-type',
  'not-decimal',
  'too-many-decimals',
  'too-large',
  'wrong-currency',
  'below-min',
  'above-max',
  'too-long',
  'not-a-date',
  'range-reversed',
  'not-an-option',
  'too-few-rows',
  'too-many-rows',
  'too-few-files',
  'too-many-files',
] as const;
/** What is wrong with a field, as one word. */
export type FieldProblemCode = (typeof FIELD_PROBLEM_CODES)[number];

/** One thing wrong with one field. `field` is its key; of a table's cell `items.0.amount`, of a row `items.0`. `params` feed the text. */
export interface FieldProblem {
  field: string;
  code: FieldProblemCode;
  params: Record<string, Json>;
}

/** Builds a field problem. Pure. */
export function fieldProblem(field: string, code: FieldProblemCode, params: Record<string, Json> = {}): FieldProblem {
  return { field, code, params };
}
