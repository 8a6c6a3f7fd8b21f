import {
  CONTROL_WORDS,
  fromMinor,
  isSameText,
  ownValue,
  planChanges,
  type Bilingual,
  type BudgetLine,
  type Json,
  type PlanChange,
  type PlanLine,
} from '@countersign/domain';
import type { ChangedRow } from '@countersign/database';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { tableRefused } from '../http/csv-table';
import { HELD_LINES } from './budget-statements';

const PLANS = `SELECT id, key, version, title FROM budget_plan WHERE company_id = $1 ORDER BY key FOR UPDATE`;
const ADD_PLAN = `INSERT INTO budget_plan (id, company_id, key, title, version, effective_at) VALUES ($1, $2, $3, $4, 0, now()) ON CONFLICT (company_id, key) DO NOTHING`;
const NEXT_VERSION = `UPDATE budget_plan SET version = version + 1, effective_at = now() WHERE id = $1`;
const ADD_LINES = `
  INSERT INTO budget_line (id, company_id, plan_id, unit_id, category, from_day, to_day, currency, control, tolerance, owner_id)
  SELECT x.id, $1, $2, x.unit, coalesce(x.category, ''), x."from", x."to", $4, x.control, x.tolerance, x.owner FROM jsonb_to_recordset($3) AS
    x(id uuid, unit uuid, category text, "from" date, "to" date, control text, tolerance smallint, owner uuid)`;
const SET_LINES = `
  UPDATE budget_line l SET control = x.control, tolerance = x.tolerance, owner_id = x.owner FROM jsonb_to_recordset($1) AS x(id uuid, control text, tolerance smallint, owner uuid)
  WHERE l.id = x.id`;
/** Puts movements into the ledger that no request made. */
export const POST = 'SELECT post_movements($1, $2, clock_timestamp(), NULL, NULL) AS posted';

/** Where a version of a plan is written, and by whom; null: the command line. */
export interface PlanWriter {
  manager: EntityManager;
  companyId: string;
  currency: string;
  actorId: string | null;
}

export interface WrittenPlan {
  /** Null: nothing changed. */
  version: number | null;
  title: Bilingual;
  changes: PlanChange[];
  unchanged: number;
}

interface KnownPlan {
  id: string;
  key: string;
  version: number;
  title: Bilingual;
}

/** By its key; else by key or title however they are spelt, of several the first key. Pure. */
function planCalled(name: string, plans: readonly KnownPlan[]): KnownPlan | null {
  const called = plans.find(({ key, title }) => [key, title.zh, title.en].some((each) => isSameText(each, name)));
  return plans.find(({ key }) => key === name) ?? called ?? null;
}

/** Makes a plan, or its next version, of lines: what is planned changes by movements, what was taken of it stays. The same again changes nothing. */
export async function writePlan(
  { manager, companyId, currency, actorId }: PlanWriter,
  { key, title }: { key: string; title: Bilingual },
  lines: Parameters<typeof planChanges>[0],
): Promise<WrittenPlan> {
  const ask = async (): Promise<KnownPlan | null> => planCalled(key, await manager.query<KnownPlan[]>(PLANS, [companyId]));
  let plan = await ask();
  if (!plan) {
    await manager.query(ADD_PLAN, [uuidv7(), companyId, key, title]);
    plan = await ask();
  }
  if (!plan) throw new Error(`Expected plan “${key}” to be there, but it is not`);
  const found = planChanges(lines, await manager.query<BudgetLine[]>(HELD_LINES, [companyId, plan.id]));
  if (!found.ok) throw tableRefused('budgets-invalid', found.problems);
  const { changes, unchanged } = found;
  if (changes.length === 0) return { version: null, title: plan.title, changes, unchanged };
  const version = plan.version + 1;
  const placed = changes.map(({ line, was, added }) => ({ id: was?.id ?? uuidv7(), ...line, isNew: was === null, added }));
  const post = async (which: (added: bigint) => boolean): Promise<void> => {
    const movements = placed
      .filter(({ added }) => which(added))
      .map(({ id, added }, place) => ({ place, line: id, kind: 'plan', planned: added.toString(), actor: actorId, note: String(version) }));
    if (movements.length > 0) await manager.query(POST, [JSON.stringify(movements), companyId]);
  };
  const written = (rows: typeof placed): string => JSON.stringify(rows.map(({ added: _added, ...row }) => row));
  await manager.query(ADD_LINES, [companyId, plan.id, written(placed.filter(({ isNew }) => isNew)), currency]);
  // More first and less last: in between no line may have less than it ends up with.
  await post((added) => added > 0n);
  await manager.query(SET_LINES, [written(placed.filter(({ isNew }) => !isNew))]);
  await post((added) => added < 0n);
  await manager.query(NEXT_VERSION, [plan.id]);
  return { version, title: plan.title, changes, unchanged };
}

/** A changed line as those who check the records read it: of a correction only what differs; `keys`: of units, categories and people by id. Pure. */
export function changedLine(
  { line, was }: PlanChange,
  plan: Bilingual,
  { keys, currency }: { keys: ReadonlyMap<string, string>; currency: string },
): ChangedRow {
  const keyOf = (id: string | null): string | null => (id === null ? null : (keys.get(id) ?? id));
  const told = (
    planned: string,
    { control, tolerance, owner }: Pick<PlanLine, 'control' | 'tolerance' | 'owner'>,
  ): Record<string, Json> => ({
    amount: fromMinor(BigInt(planned), currency),
    control: { ...CONTROL_WORDS[control] },
    tolerance: `${tolerance / 10} %`,
    owner: keyOf(owner),
  });
  const place = { unit: keyOf(line.unit), category: keyOf(line.category), from: line.from, to: line.to };
  const after = told(line.planned, line);
  const before = was && told(was.planned, { ...was, owner: was.ownerId });
  const differing = Object.keys(after).filter(
    (name) => before === null || JSON.stringify(ownValue(before, name)) !== JSON.stringify(ownValue(after, name)),
  );
  const only = (row: Record<string, Json>): Json => Object.fromEntries(differing.map((name) => [name, ownValue(row, name) ?? null]));
  return {
    section: 'budget-lines',
    key: [plan.zh, place.unit, place.category, place.from].filter(Boolean).join(' · '),
    before: before && only(before),
    after: before ? only(after) : { ...place, ...after },
  };
}
