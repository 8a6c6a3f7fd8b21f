import type { RegisterName } from '@countersign/domain';
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
