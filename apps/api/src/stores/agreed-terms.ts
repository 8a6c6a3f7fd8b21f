import { isNewestTerm, isRenewalOf, leaseRequest } from '@countersign/database';
import { agreedTerm, RENEWAL_FIELDS, type AgreedTerm, type FormValues } from '@countersign/domain';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { RENEWAL } from './lease-statements';

/** As many as are taken in at once; the next look takes the rest. */
const MOST = 1_000;
/** Renewals that ended, went on with the lease and are not in the register yet, oldest first: one that follows another finds it there. */
const AGREED = `
  SELECT r.id, r.form, c.currency FROM request r JOIN company c ON c.id = r.company_id
  WHERE r.company_id = $1 AND r.definition_key = '${RENEWAL}' AND r.listed_at IS NOT NULL AND r.status = 'approved' AND r.finished_at IS NOT NULL
    AND jsonb_typeof(r.form->'${RENEWAL_FIELDS.newTerm}') = 'object' AND r.form->>'${RENEWAL_FIELDS.proposal}' IS DISTINCT FROM 'exit'
    AND NOT EXISTS (SELECT 1 FROM lease l WHERE l.request_id = r.id)
  ORDER BY r.finished_at, r.id LIMIT ${MOST}`;
/** The term that it goes on from, whose last day may have been corrected since; where the register has none, the request's own number stands for the contract's. */
const BEFORE = `
  SELECT l.number, l.starts_on::text AS "startsOn" FROM lease l JOIN request r ON r.id = $2 WHERE l.company_id = $1 AND l.unit_id = $3
    AND (l.expires_on = $4 OR ${isNewestTerm('l')} AND ${isRenewalOf('l', leaseRequest('r', 'expiresOn'))})
  ORDER BY l.expires_on = $4 DESC, l.place = $5 DESC, l.id LIMIT 1`;
/** Where the new term begins before the other has run out, that one ends the day before. */
const CUT_SHORT = `
  UPDATE lease SET expires_on = $4::date - 1, updated_at = now() WHERE company_id = $1 AND number = $2 AND starts_on = $3 AND expires_on >= $4::date`;
/** Imported already, by hand: then this only says which renewal it came from. */
const TAKE_IN = `
  INSERT INTO lease (id, company_id, unit_id, number, place, starts_on, expires_on, rent, commission, deposit, currency, request_id)
  SELECT $1, r.company_id, u.id, coalesce($3, r.number), $5, $6, $7, $8, $9, $10, c.currency, r.id
    FROM request r JOIN company c ON c.id = r.company_id JOIN unit u ON u.id = uuid_or_null($4) AND u.company_id = r.company_id WHERE r.id = $2
  ON CONFLICT (company_id, number, starts_on) DO UPDATE SET request_id = coalesce(lease.request_id, excluded.request_id)`;
/** Revoked after its end: the term is no longer agreed on, and what it cut short runs as long as it did. */
const RUNS_ON = `
  UPDATE lease o SET expires_on = (r.form->>'${RENEWAL_FIELDS.expiresOn}')::date, updated_at = now() FROM lease l JOIN request r ON r.id = l.request_id
  WHERE l.company_id = $1 AND r.status <> 'approved' AND NOT l.imported AND o.company_id = l.company_id AND o.number = l.number AND o.expires_on = l.starts_on - 1
    AND r.form->>'${RENEWAL_FIELDS.expiresOn}' >= l.starts_on::text`;
const NO_LONGER = `DELETE FROM lease l USING request r WHERE l.company_id = $1 AND r.id = l.request_id AND r.status <> 'approved' AND NOT l.imported`;
const KEPT_ANYWAY = `UPDATE lease l SET request_id = NULL FROM request r WHERE l.company_id = $1 AND r.id = l.request_id AND r.status <> 'approved'`;

interface Agreed {
  id: string;
  form: FormValues;
  currency: string;
}

/** Whoever adds terms to the register does so alone, until the transaction ends. */
export async function holdRegister(manager: EntityManager, companyId: string): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`leases:${companyId}`]);
}

/**
 * Takes into the register what renewals have agreed on since somebody looked last. The journal of a request is what was agreed; the register follows it,
 * may be looked at in any order, by several at once, and comes to the same.
 */
export async function takeInAgreed(manager: EntityManager, companyId: string): Promise<void> {
  await manager.query(RUNS_ON, [companyId]);
  await manager.query(NO_LONGER, [companyId]);
  await manager.query(KEPT_ANYWAY, [companyId]);
  if ((await agreed(manager, companyId)).length === 0) return;
  await holdRegister(manager, companyId);
  // Read again: somebody may have taken them in meanwhile.
  for (const each of await agreed(manager, companyId)) await takeIn(manager, { companyId, ...each });
}

async function agreed(manager: EntityManager, companyId: string): Promise<{ id: string; term: AgreedTerm }[]> {
  const rows = await manager.query<Agreed[]>(AGREED, [companyId]);
  return rows.flatMap(({ id, form, currency }) => {
    const term = agreedTerm(form, currency);
    return term ? [{ id, term }] : [];
  });
}

async function takeIn(manager: EntityManager, { companyId, id, term }: { companyId: string; id: string; term: AgreedTerm }): Promise<void> {
  const { unit, place, before, startsOn, expiresOn, rent, commission, deposit } = term;
  const [known] = await manager.query<{ number: string; startsOn: string }[]>(BEFORE, [companyId, id, unit, before, place]);
  // It would stand in the place of the term that it goes on from, or before it: somebody has to say which days that one had.
  if (known && startsOn <= known.startsOn) return;
  if (known) await manager.query(CUT_SHORT, [companyId, known.number, known.startsOn, startsOn]);
  await manager.query(TAKE_IN, [uuidv7(), id, known?.number ?? null, unit, place, startsOn, expiresOn, rent, commission, deposit]);
}
