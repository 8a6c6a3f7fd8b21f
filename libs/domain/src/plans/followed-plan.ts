import { allowanceOf, availableOf } from '../budget/available';
import type { Definition } from '../definition/definition.schema';
import { acceptedRows } from '../form/rows/row-marks';
import { isMoney } from '../money/money';
import type { BudgetLine } from '../request/budget-line';
import type { FormValues } from '../request/request-state';
import { ownValue } from '../text/own-value';

/** A line of the budget as an approved request plans it; `planned` in minor units. */
export interface PlannedLine {
  unit: string;
  /** Null: on anything. */
  category: string | null;
  /** First and last day, both included. */
  from: string;
  to: string;
  currency: string;
  planned: string;
}

const placeOf = ({ unit, category, from, to, currency }: PlannedLine): string => JSON.stringify([unit, category, from, to, currency]);

/**
 * What a form plans, each unit, category and period once, in fixed order; nothing where its process plans nothing, nor of rows that were refused.
 * Pure.
 */
export function plannedLines({ becomesPlan }: Pick<Definition, 'becomesPlan'>, form: FormValues): PlannedLine[] {
  if (becomesPlan === undefined) return [];
  const { table, amount, category, ...columns } = becomesPlan;
  const unit = ownValue(form, becomesPlan.unit);
  const lines = new Map<string, PlannedLine>();
  for (const row of acceptedRows(ownValue(form, table))) {
    const [money, from, to] = [ownValue(row, amount), ownValue(row, columns.from), ownValue(row, columns.to)];
    if (!isMoney(money) || typeof unit !== 'string' || typeof from !== 'string' || typeof to !== 'string') continue;
    const said = typeof category === 'string' ? ownValue(row, category) : category?.value;
    const line = { unit, category: typeof said === 'string' ? said : null, from, to, currency: money.currency, planned: money.minor };
    const known = lines.get(placeOf(line));
    lines.set(placeOf(line), { ...line, planned: (BigInt(line.planned) + BigInt(known?.planned ?? '0')).toString() });
  }
  return [...lines].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, line]) => line);
}

/** A line of the budget, and what one request has added to it so far, in minor units. */
export interface FollowedLine extends BudgetLine {
  added: string;
}

/** What makes the budget follow a request: by how much a line that is there changes, and the lines that are to be made. */
export interface PlanFollowing {
  changes: { line: string; planned: string }[];
  made: PlannedLine[];
}

const isSame = (line: BudgetLine, { unit, category, from, to, currency }: PlannedLine): boolean =>
  line.unitId === unit && line.category === category && line.from === from && line.to === to && line.currency === currency;

/**
 * By what the budget comes to what a request plans (`planned`; empty: nothing any more), whatever it has added before. An amount adds to the line of its
 * very place where there is one, else it becomes a line. What requests hold and others have spent stays covered: no line is cut below that.
 * Pure.
 */
export function followedPlan(planned: readonly PlannedLine[], lines: readonly FollowedLine[]): PlanFollowing {
  const own = (each: PlannedLine): FollowedLine | undefined => {
    const there = lines.filter((line) => isSame(line, each));
    return there.find(({ added }) => added !== '0') ?? there[0];
  };
  const aims = planned.map((each) => ({ each, line: own(each) }));
  const changes = lines.flatMap((line) => {
    const aim = aims.find((each) => each.line === line)?.each.planned ?? '0';
    const change = BigInt(aim) - BigInt(line.added);
    const least = change < 0n ? -cuttable(line) : change;
    const done = change < least ? least : change;
    return done === 0n ? [] : [{ line: line.id, planned: done.toString() }];
  });
  return { changes, made: aims.flatMap(({ each, line }) => (line === undefined ? [each] : [])) };
}

/** How much may be taken off the plan of a line; its tolerance shrinks with it. */
function cuttable(line: BudgetLine): bigint {
  const planned = BigInt(line.planned);
  const left = availableOf(line) + allowanceOf(line);
  const free = left > 0n ? (left * 1000n) / (1000n + BigInt(line.tolerance)) : 0n;
  return line.control === 'warn' || free > planned ? planned : free;
}
