import type { Condition } from '../definition/condition.schema';
import { holds, type ConditionEnvironment } from './holds';
import { conditionPaths } from './operands';

/** Null: it depends on what is still open. */
type Outcome = boolean | null;

function outcomeOf(condition: Condition, environment: ConditionEnvironment, open: ReadonlySet<string>): Outcome {
  const inside = (each: Condition): Outcome => outcomeOf(each, environment, open);
  if ('all' in condition) return whereOne(condition.all.map(inside), false);
  if ('any' in condition) return whereOne(condition.any.map(inside), true);
  if ('not' in condition) {
    const outcome = inside(condition.not);
    return outcome === null ? null : !outcome;
  }
  return conditionPaths(condition).some((path) => open.has(path)) ? null : holds(condition, environment);
}

/** One part of this outcome settles the whole; else one that is open leaves it open. */
function whereOne(parts: readonly Outcome[], settles: boolean): Outcome {
  if (parts.includes(settles)) return settles;
  return parts.includes(null) ? null : !settles;
}

/** Whether a condition could come to hold once the values at these paths are known, whatever they are. Pure. */
export function mayHold(condition: Condition, environment: ConditionEnvironment, open: ReadonlySet<string>): boolean {
  return outcomeOf(condition, environment, open) !== false;
}
