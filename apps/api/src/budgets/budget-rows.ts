import { LINE_SUMS } from '@countersign/domain';
import type { PersonRef } from '../http/schema/values.view';
import { categoryView, money, sumsView } from '../requests/budget/budget-words';
import type { ListedLine, ListedMovement, TreeRow } from './budget-statements';
import { LEDGER_KINDS, type BudgetLineRow, type BudgetMovementRow, type BudgetTreeRow } from './dto/budget.view';

/** Pure. */
export function treeRow(row: TreeRow): BudgetTreeRow {
  const { id, unitId, unit, folds, line, isLine, category, categoryTitle, from, to, currency } = row;
  return {
    ...{ id, folds, line, isLine, from, to },
    unit: { id: unitId, name: unit },
    category: categoryView(category, categoryTitle),
    sums: sumsView(row, currency),
  };
}

/** Pure. */
export function lineRow(line: ListedLine, person: (id: string) => PersonRef): BudgetLineRow {
  const { id, unitId, unit, category, categoryTitle, from, to, control, tolerance, ownerId, currency } = line;
  return {
    ...{ id, from, to, control, tolerance },
    unit: { id: unitId, name: unit },
    category: categoryView(category, categoryTitle),
    owner: ownerId === null ? null : person(ownerId),
    sums: sumsView(line, currency),
  };
}

/** By which sum each kind of movement is told. */
const TOLD: Record<(typeof LEDGER_KINDS)[number], (sums: Record<(typeof LINE_SUMS)[number], bigint>) => bigint> = {
  plan: ({ planned }) => planned,
  transfer: ({ moved }) => moved,
  outside: ({ outside }) => outside,
  release: ({ reserved, committed }) => -(reserved + committed),
  refund: ({ spent }) => -spent,
  extend: ({ extended }) => extended,
  spend: ({ spent }) => spent,
  commit: ({ committed }) => committed,
  reserve: ({ reserved }) => reserved,
};

/** Pure. */
export function movementRow(
  movement: ListedMovement,
  { person, openable }: { person: (id: string) => PersonRef; openable: ReadonlySet<string> },
): BudgetMovementRow {
  const { id, at, requestId, number, title, actor, note, reference, currency, after } = movement;
  const kind = LEDGER_KINDS.find((each) => each === movement.kind);
  if (kind === undefined) throw new Error(`Expected movement ${id} to be of a known kind, but it is “${movement.kind}”`);
  const sums = Object.fromEntries(LINE_SUMS.map((sum) => [sum, BigInt(movement[sum])])) as Record<(typeof LINE_SUMS)[number], bigint>;
  return {
    ...{ id, at, kind, note, reference },
    amount: money(TOLD[kind](sums), currency),
    request: requestId === null ? null : { id: requestId, number, title, readable: openable.has(requestId) },
    by: actor === null ? null : person(actor),
    after: sumsView(after, currency),
  };
}
