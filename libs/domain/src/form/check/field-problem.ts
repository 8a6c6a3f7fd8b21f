import type { Json } from '../../text/bilingual';
import { cutText } from '../../text/cut-text';

/** Everything that can be wrong with one field. One closed list: a text exists for each in both languages. */
export const FIELD_PROBLEM_CODES = [
  'required',
  'unknown-field',
  'not-writable',
  'wrong-type',
  'unstorable-text',
  'not-decimal',
  'too-many-decimals',
  'too-large',
  'sum-too-large',
  'sum-differs',
  'wrong-currency',
  'below-min',
  'above-max',
  'too-long',
  'not-a-date',
  'date-out-of-range',
  'after-today',
  'before-today',
  'outside-range',
  'no-time-left',
  'range-reversed',
  'range-too-long',
  'no-days',
  'over-line',
  'no-receiver',
  'same-line',
  'not-an-option',
  'too-few-rows',
  'too-many-rows',
  'too-few-files',
  'too-many-files',
  'too-many-people',
  'not-found',
  'wrong-kind',
  'wrong-outcome',
  'inactive',
  'lacks-role',
  'too-old',
  'must-hold',
  'value-taken',
  'one-in-force',
  'linked-not-approved',
  'linked-differs',
  'value-twice',
  'odd-letter',
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

/** More than this nobody reads; a form that has more wrong with it is told the first of them. */
export const MOST_PROBLEMS = 100;

/** As much of a key that nobody knows as can be shown. Pure. */
export function nameable(key: string): string {
  return cutText(key, 61);
}
