import { LINE_SUMS } from '@countersign/domain';

/** Sums of a line `l`, as `LineSums` has them. */
export const BUDGET_LINE_SUMS = LINE_SUMS.map((sum) => `l.${sum}::text AS ${sum}`).join(', ');

/** Columns of a line `l` as `BudgetLine` has them. */
export const BUDGET_LINE = `l.id, l.unit_id AS "unitId", nullif(l.category, '') AS category, l.from_day::text AS "from", l.to_day::text AS "to", l.currency, l.control, l.tolerance,
  l.owner_id AS "ownerId", ${BUDGET_LINE_SUMS}`;
