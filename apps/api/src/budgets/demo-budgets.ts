import { DEMO_BUDGET, DEMO_CATEGORIES } from '@countersign/definitions';
import { toMinor } from '@countersign/domain';
import type { EntityManager } from 'typeorm';
import { writePlan } from './plan-writes';

const ANY = 'SELECT 1 FROM budget_plan WHERE company_id = $1 LIMIT 1';
const COMPANY = `SELECT currency, extract(year FROM company_day(time_zone))::int AS year FROM company WHERE id = $1`;
const UNITS = `SELECT id, key FROM unit WHERE company_id = $1`;
const OWNERS = `SELECT id, key FROM person WHERE company_id = $1`;
const ADD_CATEGORY = `INSERT INTO budget_category (company_id, key, title) VALUES ($1, $2, $3) ON CONFLICT (company_id, key) DO NOTHING`;

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const two = (number: number): string => String(number).padStart(2, '0');

/** The demo company's plan of this year, month by month; one that somebody has made already stays as it is. */
export async function seedBudgets(manager: EntityManager, companyId: string): Promise<void> {
  const [used] = await manager.query<unknown[]>(ANY, [companyId]);
  const [company] = await manager.query<{ currency: string; year: number }[]>(COMPANY, [companyId]);
  if (used || !company) return;
  const { currency, year } = company;
  for (const { key, title } of DEMO_CATEGORIES) await manager.query(ADD_CATEGORY, [companyId, key, title]);
  const ids = async (statement: string) =>
    new Map((await manager.query<{ id: string; key: string }[]>(statement, [companyId])).map(({ id, key }) => [key, id]));
  const [units, owners] = [await ids(UNITS), await ids(OWNERS)];
  // What was spent in December may still be claimed in January.
  const months = [[year - 1, 12] as const, ...Array.from({ length: 12 }, (_, at) => [year, at + 1] as const)];
  const lines = DEMO_BUDGET.flatMap(({ unit, owner, category, monthly }) =>
    months.map(([of, month]) => ({
      ...{ at: 0, unit: units.get(unit) ?? '', category, owner: owners.get(owner) ?? null },
      from: `${of}-${two(month)}-01`,
      to: `${of}-${two(month)}-${lastDay(of, month)}`,
      planned: toMinor(String(monthly), currency).toString(),
      ...{ control: 'over-plan' as const, tolerance: 0 },
    })),
  );
  await manager.transaction((inner) =>
    writePlan(
      { manager: inner, companyId, currency, actorId: null },
      { key: String(year), title: { zh: `${year} 年度计划`, en: `Annual plan ${year}` } },
      lines,
    ),
  );
}
