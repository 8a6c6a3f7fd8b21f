import type { BudgetLine, LineSums } from '../request/budget-line';

/** The most that a line may plan, and that others may have spent of it, in minor units: its sums, and a tolerance of the whole of it, stay numbers of 64 bits. */
export const MOST_ON_A_LINE = 10n ** 15n;

/** What a line has left, in minor units; below zero where others have spent more than there was. Pure. */
export function availableOf({ planned, moved, extended, reserved, committed, spent }: LineSums): bigint {
  return BigInt(planned) + BigInt(moved) + BigInt(extended) - BigInt(reserved) - BigInt(committed) - BigInt(spent);
}

/** By how much more than it has left a line may take, in minor units, fractions dropped: a part of its plan, whatever was moved since. Pure. */
export function allowanceOf({ planned, tolerance }: Pick<BudgetLine, 'planned' | 'tolerance'>): bigint {
  const whole = BigInt(planned);
  return whole > 0n ? (whole * BigInt(tolerance)) / 1000n : 0n;
}
