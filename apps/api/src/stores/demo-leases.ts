import { DEMO_LEASES } from '@countersign/definitions';
import { dayAfter, toMinor } from '@countersign/domain';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

const ANY = 'SELECT 1 FROM lease WHERE company_id = $1 LIMIT 1';
const TODAY = 'SELECT company_day(time_zone)::text AS today, currency FROM company WHERE id = $1';
const KEEP = `
  INSERT INTO lease (id, company_id, unit_id, number, place, starts_on, expires_on, rent, commission, deposit, currency, imported)
  SELECT $2, $1, u.id, $4, $5, $6, $7, $8, $9, $10, $11, true FROM unit u WHERE u.company_id = $1 AND u.key = $3`;
/** Three years. */
const TERM_DAYS = 1_095;
const DEPOSIT_MONTHS = 3;

/** The demo company's leases, counted from today; a register that somebody has used already stays as it is. */
export async function seedLeases(manager: EntityManager, companyId: string): Promise<void> {
  const [used] = await manager.query<unknown[]>(ANY, [companyId]);
  const [company] = await manager.query<{ today: string; currency: string }[]>(TODAY, [companyId]);
  if (used || !company) return;
  const { today, currency } = company;
  for (const { store, number, place, commission, rents, endsIn } of DEMO_LEASES)
    for (const [at, rent] of rents.entries()) {
      const expiresOn = dayAfter(today, endsIn - (rents.length - 1 - at) * TERM_DAYS);
      const startsOn = dayAfter(expiresOn, 1 - TERM_DAYS);
      const amounts = [toMinor(String(rent), currency), commission, toMinor(String(rent * DEPOSIT_MONTHS), currency)].map(String);
      await manager.query(KEEP, [companyId, uuidv7(), store, number, place, startsOn, expiresOn, ...amounts, currency]);
    }
}
