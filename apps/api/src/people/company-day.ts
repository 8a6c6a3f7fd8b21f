import type { EntityManager } from 'typeorm';

const TODAY = 'SELECT company_day(time_zone)::text AS today FROM company WHERE id = $1';

/** The company's day by its own clock. */
export async function companyDay(manager: EntityManager, companyId: string): Promise<string> {
  const [row] = await manager.query<{ today: string }[]>(TODAY, [companyId]);
  return row?.today ?? '';
}
