import type { Money } from '../money/money';
import type { FundsHeld } from '../request/held';
import type { BudgetLine } from '../request/budget-line';
import type { LineControl } from '../request/budget-line';
import { allowanceOf, availableOf } from './available';

/** How a line covers what a request asks for, at one moment. */
export interface Funding {
  /** Null: no plan in force speaks of it. */
  line: string | null;
  /** What the line had left without the request; null where there is no line. */
  available: Money | null;
  /** The part that the line covers. */
  covered: Money;
  /** The part that it does not. */
  over: Money;
  /** What happens where something is over; null where there is no line. */
  control: LineControl | null;
  /** Nothing is over. */
  inPlan: boolean;
}

/** What a request takes of a line, in minor units: what was granted to it over the plan does not burden the line. Pure. */
export function burdenOf({ reserved, committed, spent, extended }: Omit<FundsHeld, 'line' | 'currency'>): bigint {
  return BigInt(reserved) + BigInt(committed) + BigInt(spent) - BigInt(extended);
}

/**
 * How much of an amount a line covers: what it has left, what the request holds of it already and its tolerance included; all of it where the line only
 * warns. What costs nothing is covered. Pure.
 */
export function fundingOf(asked: Money, line: BudgetLine | null, own: FundsHeld | null): Funding {
  const wanted = BigInt(asked.minor);
  const { currency } = asked;
  const money = (minor: bigint): Money => ({ minor: minor.toString(), currency });
  if (line === null) return { line: null, available: null, control: null, covered: money(0n), over: asked, inPlan: wanted <= 0n };
  const available = availableOf(line) + (own?.line === line.id ? burdenOf(own) : 0n);
  const usable = available + allowanceOf(line);
  const covered = line.control === 'warn' || wanted <= usable ? wanted : usable > 0n ? usable : 0n;
  return {
    line: line.id,
    available: money(available),
    control: line.control,
    covered: money(covered),
    over: money(wanted - covered),
    inPlan: wanted === covered,
  };
}
