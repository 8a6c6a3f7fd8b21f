import { daysBetween } from '../calendar/day-count';
import type { BudgetLine } from '../request/budget-line';

/** What a request is about, as far as lines of a budget go. */
export interface LineQuestion {
  /** Unit path (root … own) of the unit that pays. */
  unitPath: readonly string[];
  category: string | null;
  /** YYYY-MM-DD. */
  date: string;
  currency: string;
}

/**
 * The line that an expense falls on: of the nearest unit up the path, of its very category before one for anything, of the shortest period. Null where no
 * plan in force speaks of it: then nothing is in plan (G08). Pure; hangs on no order.
 */
export function findLine(lines: readonly BudgetLine[], { unitPath, category, date, currency }: LineQuestion): BudgetLine | null {
  const fit = lines.filter(
    (line) =>
      unitPath.includes(line.unitId) &&
      line.currency === currency &&
      (line.category === null || line.category === category) &&
      line.from <= date &&
      date <= line.to,
  );
  const rank = (line: BudgetLine): number[] => [
    -unitPath.indexOf(line.unitId),
    line.category === null ? 1 : 0,
    daysBetween(line.from, line.to),
  ];
  const [first] = [...fit].sort((left, right) => compared(rank(left), rank(right)) || (left.id < right.id ? -1 : 1));
  return first ?? null;
}

function compared(left: readonly number[], right: readonly number[]): number {
  const place = left.findIndex((each, index) => each !== right[index]);
  return place < 0 ? 0 : (left[place] ?? 0) - (right[place] ?? 0);
}
