/**
 * What happens where a request asks for more than its line has left (C10, C12). `stop`: the request cannot be made · `over-plan`: what is not covered
 * goes the way of over-plan spending (X10) · `owner`: the owner of the line is asked · `warn`: the line takes it and says so.
 */
export const LINE_CONTROLS = ['stop', 'over-plan', 'owner', 'warn'] as const;
export type LineControl = (typeof LINE_CONTROLS)[number];

/** Sums of a line, as the ledger keeps them. */
export const LINE_SUMS = ['planned', 'moved', 'extended', 'reserved', 'committed', 'spent', 'outside'] as const;
/**
 * What a line may take and what has been taken of it, in minor units. Each is the sum of its movements. `planned`: by plans in force · `moved`: from and
 * to other lines · `extended`: granted over the plan · `outside`: spent by others than requests, and part of `spent`.
 */
export type LineSums = Record<(typeof LINE_SUMS)[number], string>;

/** A line of an effective plan: what one unit may spend on one category in one period. */
export interface BudgetLine extends LineSums {
  id: string;
  unitId: string;
  /** null: on anything. */
  category: string | null;
  /** First and last day, both included, YYYY-MM-DD. */
  from: string;
  to: string;
  currency: string;
  control: LineControl;
  /** By how much more than its plan a line may take, in tenths of a per cent of it (G08: 0). */
  tolerance: number;
  ownerId: string | null;
}

/** What the ledger says around a request: the lines on which it may fall, and the unit that pays with those above it. */
export interface FundsFacts {
  /** Unit path (root … own). */
  unitPath: string[];
  lines: BudgetLine[];
  /** The same around the line that gets what is moved, where anything is. */
  to?: Pick<FundsFacts, 'unitPath' | 'lines'>;
}
