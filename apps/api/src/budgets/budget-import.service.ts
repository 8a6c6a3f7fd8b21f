import { CompanyEntity } from '@countersign/database';
import {
  MOST_OUTSIDE_ROWS,
  MOST_PLAN_ROWS,
  placeOutside,
  postedOtherwise,
  readOutside,
  readPlan,
  type Bilingual,
  type BudgetLine,
  type NamedThing,
  type OutsideSpend,
} from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor';
import { csvTable, tableRefused } from '../http/csv-table';
import { Problem } from '../http/problem/problem';
import { changedBy, noteChange } from '../people/changes/rule-changes.service';
import { rolledBack } from '../people/import/rolled-back';
import { LINES_NEAR } from './budget-statements';
import { changedLine, POST, writePlan } from './plan-writes';
import type { CategoryBody, OutsideView, PlanImportBody, PlanImportView } from './dto/budget.body';
import type { KeyedView } from '../requests/budget/budget-effect.view';

const MOST_COLUMNS = 50;
const PLAN_SHAPE = { problem: 'budgets-invalid', mostRows: MOST_PLAN_ROWS, mostColumns: MOST_COLUMNS } as const;
const OUTSIDE_SHAPE = { ...PLAN_SHAPE, mostRows: MOST_OUTSIDE_ROWS } as const;

const UNITS = `SELECT id, key, name, path FROM unit WHERE company_id = $1 ORDER BY key`;
const PEOPLE = `SELECT id, key, name FROM person WHERE company_id = $1 AND active ORDER BY key`;
/** A line knows its category by the key. */
const CATEGORIES = `SELECT key AS id, key, title AS name FROM budget_category WHERE company_id = $1 ORDER BY key`;
const SET_CATEGORY = `INSERT INTO budget_category (company_id, key, title) VALUES ($1, $2, $3) ON CONFLICT (company_id, key) DO UPDATE SET title = excluded.title`;
const CATEGORY = `SELECT title FROM budget_category WHERE company_id = $1 AND key = $2 FOR UPDATE`;
const KEY = /^[a-z0-9][a-z0-9-]{0,59}$/;

/** Whoever posts what was spent outside does so alone: a reference that two tell at once counts once. */
const HOLD_REFERENCES = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))';
const KNOWN_REFERENCES = `
  SELECT reference_key AS key, outside::text AS amount FROM budget_movement WHERE company_id = $1 AND reference_key = ANY ($2)`;

interface Surroundings {
  units: (NamedThing & { path: string[] })[];
  categories: NamedThing[];
  people: NamedThing[];
  currency: string;
}

/** Takes tables of finance in, all or nothing: plans of lines, and what others have spent. */
@Injectable()
export class BudgetImportService {
  constructor(private readonly database: DataSource) {}

  async importPlan(actor: Actor, { plan, csv }: PlanImportBody): Promise<PlanImportView> {
    const table = await csvTable(csv, PLAN_SHAPE);
    return this.database.transaction((manager) => keepPlan(manager, actor, { plan: plan.trim(), table }));
  }

  /** The same writes, taken back before anybody sees them. */
  async tryPlan(actor: Actor, { plan, csv }: PlanImportBody): Promise<PlanImportView> {
    const table = await csvTable(csv, PLAN_SHAPE);
    return rolledBack(this.database, (manager) => keepPlan(manager, actor, { plan: plan.trim(), table }));
  }

  async postOutside(actor: Actor, csv: string): Promise<OutsideView> {
    const table = await csvTable(csv, OUTSIDE_SHAPE);
    return this.database.transaction((manager) => keepOutside(manager, actor, table));
  }

  async tryOutside(actor: Actor, csv: string): Promise<OutsideView> {
    const table = await csvTable(csv, OUTSIDE_SHAPE);
    return rolledBack(this.database, (manager) => keepOutside(manager, actor, table));
  }

  async setCategory(actor: Actor, key: string, { zh, en }: CategoryBody): Promise<KeyedView> {
    if (!KEY.test(key)) throw new Problem('invalid-parameter', { name: 'key' });
    const title = { zh: zh.trim(), en: en.trim() };
    return this.database.transaction(async (manager) => {
      const [was] = await manager.query<{ title: Bilingual }[]>(CATEGORY, [actor.companyId, key]);
      if (was?.title.zh === title.zh && was.title.en === title.en) return { key, title };
      await manager.query(SET_CATEGORY, [actor.companyId, key, title]);
      const row = { section: 'budget-categories', key, before: was ? { title: { ...was.title } } : null, after: { title } };
      await noteChange(manager, { ...changedBy(actor), kind: 'budget-category-set', rows: [row] });
      return { key, title };
    });
  }
}

async function around(manager: EntityManager, companyId: string): Promise<Surroundings> {
  const { currency } = await manager.findOneByOrFail(CompanyEntity, { id: companyId });
  const units = await manager.query<Surroundings['units']>(UNITS, [companyId]);
  const people = await manager.query<NamedThing[]>(PEOPLE, [companyId]);
  const categories = await manager.query<NamedThing[]>(CATEGORIES, [companyId]);
  return { currency, units, people, categories };
}

async function keepPlan(
  manager: EntityManager,
  actor: Actor,
  { plan, table }: { plan: string; table: string[][] },
): Promise<PlanImportView> {
  const { companyId, personId } = actor;
  const names = await around(manager, companyId);
  const read = readPlan(table, names);
  if (!read.ok) throw tableRefused('budgets-invalid', read.problems);
  const { currency } = names;
  const writer = { manager, companyId, currency, actorId: personId };
  const { version, title, changes, unchanged } = await writePlan(writer, { key: plan, title: { zh: plan, en: plan } }, read.lines);
  const keys = new Map([...names.units, ...names.categories, ...names.people].map(({ id, key }) => [id, key]));
  const rows = changes.map((change) => changedLine(change, title, { keys, currency }));
  await noteChange(manager, { ...changedBy(actor), kind: 'plan-imported', rows });
  const created = changes.filter(({ was }) => was === null).length;
  return { created, updated: changes.length - created, unchanged, version };
}

async function keepOutside(manager: EntityManager, actor: Actor, table: string[][]): Promise<OutsideView> {
  const { companyId, personId } = actor;
  const names = await around(manager, companyId);
  const read = readOutside(table, names);
  if (!read.ok) throw tableRefused('budgets-invalid', read.problems);
  const otherwise = postedOtherwise(read.spent, await knownReferences(manager, companyId, read.spent), names.currency);
  if (otherwise.length > 0) throw tableRefused('budgets-invalid', otherwise);
  const placed = placeOutside(read.spent, {
    lines: await linesNear(manager, companyId, read.spent),
    paths: new Map(names.units.map(({ id, path }) => [id, path])),
    currency: names.currency,
    names: new Map([...names.units, ...names.categories].map(({ id, name }) => [id, name])),
  });
  if (!placed.ok) throw tableRefused('budgets-invalid', placed.problems);
  const movements = placed.spent.map(({ line, amount, note, reference, key }, place) => ({
    ...{ place, line, kind: 'outside', spent: amount, outside: amount },
    ...{ actor: personId, note, reference, referenceKey: key },
  }));
  const [done] = await manager.query<{ posted: number }[]>(POST, [JSON.stringify(movements), companyId]);
  const posted = done?.posted ?? 0;
  return { posted, known: movements.length - posted };
}

/** Amounts that were posted before, by the keys of their references. */
async function knownReferences(manager: EntityManager, companyId: string, spent: readonly OutsideSpend[]): Promise<Map<string, string>> {
  await manager.query(HOLD_REFERENCES, [`references:${companyId}`]);
  const known = await manager.query<{ key: string; amount: string }[]>(KNOWN_REFERENCES, [companyId, spent.map(({ key }) => key)]);
  return new Map(known.map(({ key, amount }) => [key, amount]));
}

async function linesNear(manager: EntityManager, companyId: string, spent: readonly OutsideSpend[]): Promise<BudgetLine[]> {
  const days = spent.map(({ date }) => date).sort();
  return manager.query<BudgetLine[]>(LINES_NEAR, [companyId, [...new Set(spent.map(({ unit }) => unit))], days[0], days.at(-1)]);
}
