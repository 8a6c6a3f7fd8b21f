import type { Definition } from '../definition.schema';
import type { Field } from './field.schema';

/** The field by which requests of a process draw on a budget. */
export type BudgetField = Extract<Field, { type: 'budget' }>;

/** What a budget field says, each by its path: `budget.covered`. */
export const BUDGET_PARTS = ['line', 'available', 'covered', 'over', 'inPlan', 'to'] as const;
export type BudgetPart = (typeof BUDGET_PARTS)[number];

/** The field by which requests of a process draw on a budget; null where they draw on none. Pure. */
export function budgetField({ form }: Pick<Definition, 'form'>): BudgetField | null {
  return form.fields.find((field) => field.type === 'budget') ?? null;
}

/** Steps whose yes commits what was reserved; none: the approval of the request does. Pure. */
export function committingSteps({ commit = [] }: Pick<BudgetField, 'commit'>): readonly string[] {
  return typeof commit === 'string' ? [commit] : commit;
}

/** Paths that tell what a request holds of its line. Pure. */
export function heldPaths({ key, spend, to }: BudgetField): string[] {
  const parts = ['line', 'covered', 'over', ...(to ? ['to'] : [])];
  return [
    ...parts.map((part) => `${key}.${part}`),
    ...spend.flatMap(({ amount, parts }) => [amount ?? [], parts === undefined ? [] : partsPath(parts)].flat()),
  ];
}

/** What parts of a payment add up to, by the table that keeps them. Pure. */
export const partsPath = (table: string): string => `${table}.amount`;

/** By what a line is found: who pays, on what, when. */
export type LineSources = Pick<BudgetField, 'unit' | 'category' | 'date'>;
