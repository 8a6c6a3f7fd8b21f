import type { LineControl } from '../request/budget-line';
import { cellsOf, thingsMeantBy, shownText, type NamedThing, type Wrong } from '../tables/read-cells';
import { readTable, type TableRow } from '../tables/read-table';
import type { Bilingual } from '../text/bilingual';
import { planProblem, type PlanProblem, type PlanProblemCode } from './plan-problem';

/** Lines that one table may have: two thousand stores with ten categories each. */
export const MOST_PLAN_ROWS = 20_000;
/** Mistakes that are told at once. */
const MOST_TOLD = 50;
const LONGEST = 200;

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
  const read = found.rows.map((row) => readRow(row, reading));
  const problems = [...read.flatMap((row) => row.problems), ...twice(read)].sort((one, other) => one.line - other.line);
  return problems.length > 0
    ? { ok: false, problems: problems.slice(0, MOST_TOLD) }
    : { ok: true, lines: read.flatMap(({ plan, line }) => (plan === null ? [] : [{ at: line, ...plan }])) };
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
  const { text, day, amount, isBlank } = cellsOf(row, PLAN_COLUMNS, { wrong, currency });
  const unit = oneMeant(text('unit', LONGEST), units, { wrong, none: 'unknown-unit', several: 'two-units' });
  const category = isBlank('category')
    ? null
    : oneMeant(text('category', LONGEST), categories, { wrong, none: 'unknown-category', several: 'two-categories' });
  const owner = isBlank('owner')
    ? null
    : oneMeant(text('owner', LONGEST), people, { wrong, none: 'unknown-person', several: 'two-people' });
  const [from, to, planned] = [day('from'), day('to'), amount('amount')];
  const control = isBlank('control') ? 'over-plan' : controlOf(row.cell('control').trim(), wrong);
  const tolerance = isBlank('tolerance') ? 0 : toleranceOf(row.cell('tolerance'), wrong);
  if (from !== null && to !== null && to < from) wrong('reversed');
  const complete = unit !== null && from !== null && to !== null && planned !== null && control !== null && tolerance !== null;
  const plan = complete && problems.length === 0 ? { unit, category, from, to, planned, control, tolerance, owner } : null;
  return { line, plan, problems };
}

/** The one thing that a cell means; noted where it means none or several. Pure but for what it notes. */
export function oneMeant(
  said: string | null,
  meant: (text: string) => string[],
  { wrong, none, several }: { wrong: Wrong<PlanProblemCode>; none: PlanProblemCode; several: PlanProblemCode },
): string | null {
  if (said === null) return null;
  const [first, second] = meant(said);
  if (second !== undefined) return wrong(several, { text: shownText(said) });
  return first ?? wrong(none, { text: shownText(said) });
}

function controlOf(said: string, wrong: Wrong<PlanProblemCode>): LineControl | null {
  const found = (Object.keys(CONTROL_WORDS) as LineControl[]).find((control) => {
    const { zh, en } = CONTROL_WORDS[control];
    return [zh, en, control].includes(said.toLowerCase());
  });
  return found ?? wrong('not-a-control', { text: shownText(said) });
}

/** “5”, “2.5%”: in tenths of a per cent. */
function toleranceOf(text: string, wrong: Wrong<PlanProblemCode>): number | null {
  const said = text
    .trim()
    .replace(/[%％]$/, '')
    .trim();
  if (!/^\d{1,3}(\.\d)?$/.test(said) || Number(said) > 100) return wrong('not-a-tolerance', { text: shownText(text.trim()) });
  return Math.round(Number(said) * 10);
}

/** Of one unit, category and period there is one line. */
function twice(rows: readonly ReadRow[]): PlanProblem[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, plan }) => {
    if (plan === null) return [];
    const key = JSON.stringify([plan.unit, plan.category, plan.from, plan.to]);
    const before = first.get(key);
    if (before === undefined) first.set(key, line);
    return before === undefined ? [] : [planProblem(line, 'twice', { line: String(before) })];
  });
}
