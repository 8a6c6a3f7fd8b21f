import { availableOf, LINE_SUMS, type LineSums } from '@countersign/domain';
import type { MoneyView, PersonRef } from '../http/schema/values.view';
import { wireMoney } from '../requests/wire-money';
import type { ListedLine, ListedMovement, TreeRow } from './budget-statements';
import { LEDGER_KINDS, type BudgetLineRow, type BudgetMovementRow, type BudgetTreeRow, type SumsView } from './dto/budget.view';

/** Minor units as the API says amounts; of a line there is always a currency. Pure. */
export function money(minor: string | bigint, currency: string): MoneyView {
  const said = wireMoney(String(minor), currency);
  if (!said) throw new Error('Expected an amount of a budget to have a currency, but it has none');
  return said;
}

/** Pure. */
export function sumsView(sums: LineSums, currency: string): SumsView {
  const each = Object.fromEntries(LINE_SUMS.map((sum) => [sum, money(sums[sum], currency)])) as Record<
    (typeof LINE_SUMS)[number],
    MoneyView
  >;
  return { ...each, available: money(availableOf(sums), currency) };
}

/** What a category is called; one that nobody has named goes by its key. Pure. */
const categoryView = (key: string | null, title: ListedLine['categoryTitle']) =>
  key === null ? null : { key, title: title ?? { zh: key, en: key } };

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
