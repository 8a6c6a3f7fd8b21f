import type { RegisterName, RegisterRow, Schedule } from '@countersign/domain';
import type { EntityManager } from 'typeorm';
import { isExitFrom, isKept, isRenewalOf, leaseRequest, mayBeSubmitted } from './lease-matches';

const money = (amount: string): string => `jsonb_build_object('minor', ${amount}::text, 'currency', l.currency)`;
const STANDS = `r.company_id = l.company_id AND r.listed_at IS NOT NULL AND r.status IN ('running', 'returned', 'blocked', 'approved')`;
const RENEWS = isRenewalOf('l', leaseRequest('r', 'expiresOn'));
const EXITS = isExitFrom('l', leaseRequest('r', 'exitOn'));
/**
 * Leases by their newest term and its last day, but those that were taken out, those whose renewal lies as a draft, is in progress or was approved, and those that are left or
 * were. What a row says is what the form of a renewal takes.
 */
const LEASES = `
  SELECT l.unit_id AS unit, l.number AS about, l.expires_on::text AS day, jsonb_strip_nulls(jsonb_build_object('place', l.place, 'rent', ${money('l.rent')}, 'commission', l.commission,
      'deposit', CASE WHEN l.deposit IS NOT NULL THEN ${money('l.deposit')} END)) AS values
  FROM lease l WHERE l.company_id = $1 AND l.expires_on BETWEEN $2::date AND $3::date AND ${isKept('l')}
    AND NOT EXISTS (SELECT 1 FROM request r WHERE ${STANDS} AND r.definition_key = 'lease-renewal' AND ${RENEWS})
    AND NOT EXISTS (SELECT 1 FROM request r WHERE ${STANDS} AND r.definition_key = 'mall-exit' AND ${EXITS})
    AND NOT EXISTS (SELECT 1 FROM request r JOIN definition d ON d.id = r.definition_id WHERE d.company_id = l.company_id AND d.key = 'lease-renewal' AND r.n = 0
      AND ${RENEWS} AND ${mayBeSubmitted('r', 'd')})`;

/**
 * SQL of the registers on whose dates processes start, by name. `$1`: company; `$2`, `$3`: first and last day that is asked for. Rows: `unit`, `about` (tells those of one unit
 * and day apart), `day` (`YYYY-MM-DD`), `values` (form values, as a form takes them). What needs nothing any more is not among them.
 */
export const REGISTER_ROWS: Partial<Record<RegisterName, string>> = { lease: LEASES };

const DAY_MS = 86_400_000;

/** Rows whose day is so many days ahead at most. From yesterday to tomorrow, by the clock of UTC: somewhere it is still, or already, that day. */
export async function registerOf(
  { companyId, rule, now }: { companyId: string; rule: Schedule; now: string },
  days: number,
  manager: EntityManager,
): Promise<RegisterRow[]> {
  const sql = rule.every === 'date' ? REGISTER_ROWS[rule.register] : undefined;
  if (rule.every !== 'date' || sql === undefined) return [];
  const day = (count: number): string => new Date(Date.parse(now) + count * DAY_MS).toISOString().slice(0, 10);
  return manager.query<RegisterRow[]>(sql, [companyId, day(-1), day(rule.before + days + 1)]);
}
