import { MOST_ON_A_LINE } from '../budget/available';
import { findLine } from '../budget/find-line';
import { formatMoney } from '../money/format-money';
import type { BudgetLine } from '../request/budget-line';
import { cellsOf, saidBefore, shownText, thingsMeantBy, type Wrong } from '../tables/read-cells';
import { canonicalText } from '../text/canonical-text';
import { readTable, type TableRow } from '../tables/read-table';
import { toldOf } from '../tables/table-problem';
import type { Bilingual } from '../text/bilingual';
import { CATEGORY, planProblem, UNIT, type PlanProblem, type PlanProblemCode } from './plan-problem';
import type { PlanSurroundings } from './read-plan';

/** Rows that one table of outside spending may have. */
export const MOST_OUTSIDE_ROWS = 5_000;
const LONGEST = 200;

/** Columns of a table of what others have spent, in the order in which one is written. */
export const OUTSIDE_COLUMNS = {
  reference: { zh: '单号', en: 'Reference' },
  unit: { zh: '组织', en: 'Unit' },
  category: { zh: '类别', en: 'Category' },
  date: { zh: '日期', en: 'Date' },
  amount: { zh: '金额', en: 'Amount' },
  note: { zh: '说明', en: 'Note' },
} as const satisfies Record<string, Bilingual>;
type OutsideColumn = keyof typeof OUTSIDE_COLUMNS;

/** Something that was spent otherwise than by a request; amounts in minor units. */
export interface OutsideSpend {
  /** Line of the table. */
  at: number;
  /** By which its source knows it: told twice, it counts once, however it is spelt (`key`). */
  reference: string;
  key: string;
  unit: string;
  category: string | null;
  date: string;
  amount: string;
  note: string | null;
}

/** What a whole table says was spent, or everything that is wrong with it. */
export type ReadOutside = { ok: true; spent: OutsideSpend[] } | { ok: false; problems: PlanProblem[] };

/** Reads a table of what others have spent, its head first. Pure. Everything or nothing: each mistake is told with its line. */
export function readOutside(table: readonly (readonly string[])[], around: Omit<PlanSurroundings, 'people'>): ReadOutside {
  const found = readTable<OutsideColumn>(table, {
    columns: OUTSIDE_COLUMNS,
    optional: ['category', 'note'],
    mostRows: MOST_OUTSIDE_ROWS,
  });
  if (!found.ok) return found;
  if (found.rows.length === 0) return { ok: false, problems: [planProblem(2, 'no-rows')] };
  const [units, categories] = [thingsMeantBy(around.units), thingsMeantBy(around.categories)];
  const problems: PlanProblem[] = [];
  const spent = found.rows.flatMap((row) => readRow(row, { currency: around.currency, units, categories, problems }) ?? []);
  const wrong = [...problems, ...twice(spent)];
  return wrong.length > 0 ? { ok: false, problems: toldOf(wrong) } : { ok: true, spent };
}

interface Reading {
  currency: string;
  units: (text: string) => string[];
  categories: (text: string) => string[];
  problems: PlanProblem[];
}

function readRow(row: TableRow<OutsideColumn>, { currency, units, categories, problems }: Reading): OutsideSpend | null {
  const { line } = row;
  const before = problems.length;
  const wrong: Wrong<PlanProblemCode> = (code, params = {}) => {
    problems.push(planProblem(line, code, params));
    return null;
  };
  const { text, day, amount, named, ifAny } = cellsOf(row, OUTSIDE_COLUMNS, { wrong, currency });
  const reference = text('reference', LONGEST);
  const unit = named('unit', units, UNIT);
  const category = ifAny('category', (column) => named(column, categories, CATEGORY));
  const [date, spent] = [day('date'), amount('amount')];
  const note = ifAny('note', (column) => text(column, LONGEST));
  if (reference === null || unit === null || date === null || spent === null || problems.length > before) return null;
  return { at: line, reference, key: canonicalText(reference), unit, category, date, amount: spent, note };
}

function twice(spent: readonly OutsideSpend[]): PlanProblem[] {
  return saidBefore(spent, ({ key }) => key).map(([{ at, reference }, before]) =>
    planProblem(at, 'reference-twice', { text: shownText(reference), line: String(before.at) }),
  );
}

/** What of it the ledger has under the same reference with another amount, as minor units by key: it is not counted again, and not passed over in silence. Pure. */
export function postedOtherwise(spent: readonly OutsideSpend[], known: ReadonlyMap<string, string>, currency: string): PlanProblem[] {
  const differing = spent.flatMap(({ at, reference, key, amount }) => {
    const minor = known.get(key);
    if (minor === undefined || minor === amount) return [];
    const was = { minor, currency };
    return [
      planProblem(at, 'posted-otherwise', { text: shownText(reference), wasZh: formatMoney(was, 'zh'), wasEn: formatMoney(was, 'en') }),
    ];
  });
  return toldOf(differing);
}

/** What the ledger says around what others have spent. */
export interface OutsideSurroundings {
  lines: readonly BudgetLine[];
  /** Unit paths (root … own), by id of the unit. */
  paths: ReadonlyMap<string, readonly string[]>;
  currency: string;
  /** What units and categories are called, by id and key. */
  names: ReadonlyMap<string, Bilingual>;
}

/** What was spent, with the line of the plan that it falls on; of a whole table, or everything that falls on none. */
export type PlacedSpend = OutsideSpend & { line: string };
export type PlacedOutside = { ok: true; spent: PlacedSpend[] } | { ok: false; problems: PlanProblem[] };

const ANYTHING: Bilingual = { zh: '不限类别', en: 'any category' };

/** Finds the line that each amount falls on, as for requests; a problem where no plan speaks of it. Pure. */
export function placeOutside(spent: readonly OutsideSpend[], { lines, paths, currency, names }: OutsideSurroundings): PlacedOutside {
  const byUnit = new Map<string, BudgetLine[]>();
  for (const line of lines) byUnit.set(line.unitId, [...(byUnit.get(line.unitId) ?? []), line]);
  const problems: PlanProblem[] = [];
  const sums = new Map<string, bigint>();
  const placed = spent.flatMap((each): PlacedSpend[] => {
    const { at, unit, category, date, amount } = each;
    const unitPath = paths.get(unit) ?? [unit];
    const near = unitPath.flatMap((id) => byUnit.get(id) ?? []);
    const line = findLine(near, { unitPath, category, date, currency });
    if (line) {
      const sum = (sums.get(line.id) ?? BigInt(line.outside)) + BigInt(amount);
      sums.set(line.id, sum);
      if (sum > MOST_ON_A_LINE) problems.push(planProblem(at, 'too-large'));
      return [{ ...each, line: line.id }];
    }
    const [named, on] = [names.get(unit), category === null ? ANYTHING : names.get(category)];
    problems.push(
      planProblem(at, 'no-line', {
        day: date,
        ...{ unitZh: named?.zh ?? unit, unitEn: named?.en ?? unit },
        ...{ categoryZh: on?.zh ?? '', categoryEn: on?.en ?? '' },
      }),
    );
    return [];
  });
  return problems.length > 0 ? { ok: false, problems: toldOf(problems) } : { ok: true, spent: placed };
}
