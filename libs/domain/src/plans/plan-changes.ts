import { allowanceOf, availableOf } from '../budget/available';
import { formatMoney } from '../money/format-money';
import type { Money } from '../money/money';
import type { BudgetLine } from '../request/budget-line';
import { planProblem, type PlanProblem } from './plan-problem';
import type { PlanLine, PlacedPlanLine } from './read-plan';

/** A line of a plan as it will be, and as it was; `added`: by how much its plan grows, in minor units. */
export interface PlanChange {
  line: PlanLine;
  was: BudgetLine | null;
  added: bigint;
}

/** What an import does to a plan, or everything that is wrong with it. */
export type PlanChanges = { ok: true; changes: PlanChange[]; unchanged: number } | { ok: false; problems: PlanProblem[] };

const keyOf = ({ unit, category, from, to }: Pick<PlanLine, 'unit' | 'category' | 'from' | 'to'>): string =>
  JSON.stringify([unit, category, from, to]);

/**
 * What a new version of a plan changes: lines that it does not name stay as they are. A line is never cut below what requests hold of it and others have
 * spent. Pure.
 */
export function planChanges(lines: readonly PlacedPlanLine[], known: readonly BudgetLine[]): PlanChanges {
  const before = new Map(known.map((line) => [keyOf({ unit: line.unitId, ...line }), line]));
  const all = lines.map(({ at, ...line }) => {
    const was = before.get(keyOf(line)) ?? null;
    return { at, line, was, added: BigInt(line.planned) - BigInt(was?.planned ?? '0') };
  });
  const problems = all.flatMap(({ at, ...change }) => {
    const least = leastOf(change);
    return least === null ? [] : [planProblem(at, 'held', { leastZh: formatMoney(least, 'zh'), leastEn: formatMoney(least, 'en') })];
  });
  if (problems.length > 0) return { ok: false, problems };
  const changes = all.filter((change) => isOther(change)).map(({ line, was, added }) => ({ line, was, added }));
  return { ok: true, changes, unchanged: all.length - changes.length };
}

function isOther({ line, was, added }: PlanChange): boolean {
  return was === null || added !== 0n || line.control !== was.control || line.tolerance !== was.tolerance || line.owner !== was.ownerId;
}

/** The smallest plan that the line may have now, its tolerance set aside; null where it may have what it would. */
function leastOf({ line, was, added }: PlanChange): Money | null {
  if (was === null || line.control === 'warn') return null;
  const after = { ...was, planned: line.planned, tolerance: line.tolerance };
  const left = availableOf(after) + allowanceOf(after);
  const lacking = added < 0n ? -left : -left - BigInt(was.outside);
  return lacking > 0n ? { minor: (BigInt(line.planned) + lacking).toString(), currency: was.currency } : null;
}
