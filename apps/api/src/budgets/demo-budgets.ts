import { DEMO_BUDGET, DEMO_CATEGORIES, demoSpent } from '@countersign/definitions';
import { toMinor } from '@countersign/domain';
import type { EntityManager } from 'typeorm';
import { POST, writePlan } from './plan-writes';

const ANY = 'SELECT 1 FROM budget_plan WHERE company_id = $1 LIMIT 1';
const COMPANY = `SELECT currency, extract(year FROM company_day(time_zone))::int AS year, extract(month FROM company_day(time_zone))::int AS month FROM company WHERE id = $1`;
const UNITS = `SELECT id, key FROM unit WHERE company_id = $1`;
const LINES = `SELECT l.id, u.key AS unit, l.category, l.from_day::text AS "from" FROM budget_line l JOIN unit u ON u.id = l.unit_id WHERE l.company_id = $1 ORDER BY l.from_day, u.key, l.category`;
const OWNERS = `SELECT id, key FROM person WHERE company_id = $1`;
const ADD_CATEGORY = `INSERT INTO budget_category (company_id, key, title) VALUES ($1, $2, $3) ON CONFLICT (company_id, key) DO NOTHING`;

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const two = (number: number): string => String(number).padStart(2, '0');

/** The demo company’s plan of this year, month by month, and what its books have spent of it so far; one that somebody has made already stays as it is. */
export async function seedBudgets(manager: EntityManager, companyId: string): Promise<void> {
  const [used] = await manager.query<unknown[]>(ANY, [companyId]);
  const [company] = await manager.query<{ currency: string; year: number; month: number }[]>(COMPANY, [companyId]);
  if (used || !company) return;
  const { currency, year, month: now } = company;
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
  await manager.transaction(async (inner) => {
    await writePlan(
      { manager: inner, companyId, currency, actorId: null },
      { key: String(year), title: { zh: `${year} 年度计划`, en: `Annual plan ${year}` } },
      lines,
    );
    const known = await inner.query<{ id: string; unit: string; category: string; from: string }[]>(LINES, [companyId]);
    const movements = known.flatMap(({ id, unit, category, from }, place) => {
      const [of, month] = from.split('-').map(Number) as [number, number];
      const line = DEMO_BUDGET.find((each) => each.unit === unit && each.category === category);
      const yuan = line ? demoSpent(line, month, (year - of) * 12 + now - month) : 0;
      if (yuan === 0) return [];
      const amount = toMinor(String(yuan), currency).toString();
      return [
        { place, line: id, kind: 'outside', spent: amount, outside: amount, reference: `ERP-${from.slice(0, 7)}-${unit}-${category}` },
      ];
    });
    await inner.query(POST, [JSON.stringify(movements), companyId]);
  });
}
