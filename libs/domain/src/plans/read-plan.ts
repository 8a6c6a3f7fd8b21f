import { MOST_ON_A_LINE } from '../budget/available';
import type { LineControl } from '../request/budget-line';
import { cellsOf, saidBefore, shownText, thingsMeantBy, type NamedThing, type Wrong } from '../tables/read-cells';
import { readTable, type TableRow } from '../tables/read-table';
import { toldOf, untilEnough } from '../tables/table-problem';
import type { Bilingual } from '../text/bilingual';
import { CATEGORY, planProblem, UNIT, type PlanProblem, type PlanProblemCode } from './plan-problem';

/** Lines that one table may have: two thousand stores with ten categories each. */
export const MOST_PLAN_ROWS = 20_000;

/** Columns of a table of plan lines, in the order in which one is written. */
export const PLAN_COLUMNS = {
  unit: { zh: '组织', en: 'Unit' },
  category: { zh: '类别', en: 'Category' },
  from: { zh: '起', en: 'From' },
  to: { zh: '止', en: 'To' },
  amount: { zh: '金额', en: 'Amount' },
  control: { zh: '超出时', en: 'When exceeded' },
  tolerance: { zh: '容差', en: 'Tolerance' },
  owner: { zh: '负责人', en: 'Owner' },
} as const satisfies Record<string, Bilingual>;
export type PlanColumn = keyof typeof PLAN_COLUMNS;

/** What happens where a line is exceeded, as a table says it. */
export const CONTROL_WORDS: Readonly<Record<LineControl, Bilingual>> = {
  stop: { zh: '停', en: 'stop' },
  'over-plan': { zh: '走计划外', en: 'over plan' },
  owner: { zh: '负责人批', en: 'owner' },
  warn: { zh: '提醒', en: 'warn' },
};

/** A line of a plan as a table gives it: amounts in minor units. */
export interface PlanLine {
  unit: string;
  /** null: on anything. */
  category: string | null;
  from: string;
  to: string;
  planned: string;
  control: LineControl;
  /** In tenths of a per cent. */
  tolerance: number;
  owner: string | null;
}

/** What a table of plan lines is read against. */
export interface PlanSurroundings {
  units: readonly NamedThing[];
  categories: readonly NamedThing[];
  people: readonly NamedThing[];
  currency: string;
}

/** A line with its place in the table. */
export type PlacedPlanLine = PlanLine & { at: number };
export type ReadPlan = { ok: true; lines: PlacedPlanLine[] } | { ok: false; problems: PlanProblem[] };

/** Reads a table of plan lines, its head first. Pure. Everything or nothing: each mistake is told with its line; no line may be there twice. */
export function readPlan(table: readonly (readonly string[])[], around: PlanSurroundings): ReadPlan {
  const found = readTable<PlanColumn>(table, {
    columns: PLAN_COLUMNS,
    optional: ['category', 'control', 'tolerance', 'owner'],
    mostRows: MOST_PLAN_ROWS,
  });
  if (!found.ok) return found;
  if (found.rows.length === 0) return { ok: false, problems: [planProblem(2, 'no-rows')] };
  const reading = {
    currency: around.currency,
    units: thingsMeantBy(around.units),
    categories: thingsMeantBy(around.categories),
    people: thingsMeantBy(around.people),
  };
  const read = untilEnough(found.rows, (row) => readRow(row, reading));
  const lines = read.flatMap(({ plan, line }) => (plan === null ? [] : [{ at: line, ...plan }]));
  const problems = [...read.flatMap((row) => row.problems), ...twice(lines)];
  return problems.length > 0 ? { ok: false, problems: toldOf(problems) } : { ok: true, lines };
}

interface Reading {
  currency: string;
  units: (text: string) => string[];
  categories: (text: string) => string[];
  people: (text: string) => string[];
}

interface ReadRow {
  line: number;
  plan: PlanLine | null;
  problems: PlanProblem[];
}

function readRow(row: TableRow<PlanColumn>, { currency, units, categories, people }: Reading): ReadRow {
  const { line } = row;
  const problems: PlanProblem[] = [];
  const wrong: Wrong<PlanProblemCode> = (code, params = {}) => {
    problems.push(planProblem(line, code, params));
    return null;
  };
  const { day, amount, named, ifAny } = cellsOf(row, PLAN_COLUMNS, { wrong, currency });
  const unit = named('unit', units, UNIT);
  const category = ifAny('category', (column) => named(column, categories, CATEGORY));
  const owner = ifAny('owner', (column) => named(column, people, { none: 'unknown-person', several: 'two-people' }));
  const [from, to, planned] = [day('from'), day('to'), amount('amount')];
  const control = controlOf(row.cell('control').trim(), wrong);
  const tolerance = toleranceOf(row.cell('tolerance').trim(), wrong);
  if (planned !== null && BigInt(planned) > MOST_ON_A_LINE) wrong('too-large');
  if (from !== null && to !== null && to < from) wrong('reversed');
  const complete = unit !== null && from !== null && to !== null && planned !== null && control !== null && tolerance !== null;
  const plan = complete && problems.length === 0 ? { unit, category, from, to, planned, control, tolerance, owner } : null;
  return { line, plan, problems };
}

function controlOf(said: string, wrong: Wrong<PlanProblemCode>): LineControl | null {
  if (said === '') return 'over-plan';
  const found = (Object.keys(CONTROL_WORDS) as LineControl[]).find((control) => {
    const { zh, en } = CONTROL_WORDS[control];
    return [zh, en, control].includes(said.toLowerCase());
  });
  return found ?? wrong('not-a-control', { text: shownText(said) });
}

/** “5”, “2.5%”: in tenths of a per cent. */
function toleranceOf(text: string, wrong: Wrong<PlanProblemCode>): number | null {
  if (text === '') return 0;
  const said = text.replace(/[%％]$/, '').trim();
  if (!/^\d{1,3}(\.\d)?$/.test(said) || Number(said) > 100) return wrong('not-a-tolerance', { text: shownText(text) });
  return Math.round(Number(said) * 10);
}

/** Of one unit, category and period there is one line. */
function twice(lines: readonly PlacedPlanLine[]): PlanProblem[] {
  const keyOf = ({ unit, category, from, to }: PlacedPlanLine): string => JSON.stringify([unit, category, from, to]);
  return saidBefore(lines, keyOf).map(([{ at }, before]) => planProblem(at, 'twice', { line: String(before.at) }));
}
