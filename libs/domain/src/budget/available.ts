import type { BudgetLine, LineSums } from '../request/budget-line';

/** What a line has left, in minor units; below zero where others have spent more than there was. Pure. */
export function availableOf({ planned, moved, extended, reserved, committed, spent }: LineSums): bigint {
  return BigInt(planned) + BigInt(moved) + BigInt(extended) - BigInt(reserved) - BigInt(committed) - BigInt(spent);
}

/** By how much more than it has left a line may take, in minor units, fractions dropped. Pure. */
export function allowanceOf({ planned, moved, tolerance }: Pick<BudgetLine, 'planned' | 'moved' | 'tolerance'>): bigint {
  const whole = BigInt(planned) + BigInt(moved);
  return whole > 0n ? (whole * BigInt(tolerance)) / 1000n : 0n;
}
