import { agreedTerm, RENEWAL_FIELDS, type AgreedTerm, type FormValues } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { isGivenUp, isKept, isRenewalOf, leaseRequest } from './lease-matches';

/** A look that has failed is repeated after so long. */
const AGAIN = `interval '1 minute'`;
/** The oldest first: a renewal that follows another finds its term there. */
const DUE = `
  SELECT w.request_id AS id, w.company_id AS "companyId" FROM lease_news w JOIN request r ON r.id = w.request_id
  WHERE w.due_at <= clock_timestamp() ORDER BY r.finished_at NULLS FIRST, w.request_id LIMIT $1`;
const TAKEN_UP = 'DELETE FROM lease_news WHERE request_id = $1 RETURNING request_id';
const PUT_OFF = `UPDATE lease_news SET due_at = clock_timestamp() + ${AGAIN} WHERE request_id = $1`;
const RENEWAL = `
  SELECT r.form, c.currency, r.status = 'approved' AND r.finished_at IS NOT NULL AS agreed, EXISTS (SELECT 1 FROM lease l WHERE l.request_id = r.id) AS taken
  FROM request r JOIN company c ON c.id = r.company_id WHERE r.id = $1`;
/** The term that it goes on from, whose last day may have been corrected since; where the register has none, the request's own number stands for the contract's. */
const BEFORE = `
  SELECT l.number, l.starts_on::text AS "startsOn" FROM lease l JOIN request r ON r.id = $2 WHERE l.company_id = $1 AND l.unit_id = $3
    AND l.taken_out_at IS NULL AND (l.expires_on = $4 OR ${isKept('l')} AND ${isRenewalOf('l', leaseRequest('r', 'expiresOn'))})
  ORDER BY l.expires_on = $4 DESC, l.place = $5 DESC, l.id LIMIT 1`;
/** Where the new term begins before the other has run out, that one ends the day before. */
const CUT_SHORT = `
  UPDATE lease SET expires_on = $4::date - 1, updated_at = now() WHERE company_id = $1 AND number = $2 AND starts_on = $3 AND expires_on >= $4::date`;
/** Imported already, by hand: then this only says which renewal it came from. */
const TAKE_IN = `
  INSERT INTO lease (id, company_id, unit_id, number, place, starts_on, expires_on, rent, commission, deposit, currency, request_id)
  SELECT gen_random_uuid(), r.company_id, u.id, coalesce($2, r.number), $4, $5, $6, $7, $8, $9, c.currency, r.id
    FROM request r JOIN company c ON c.id = r.company_id JOIN unit u ON u.id = uuid_or_null($3) AND u.company_id = r.company_id WHERE r.id = $1
  ON CONFLICT (company_id, number, starts_on) DO UPDATE SET request_id = coalesce(lease.request_id, excluded.request_id)`;
/** The term is no longer agreed on, and what it cut short runs as long as it did. */
const RUNS_ON = `
  UPDATE lease o SET expires_on = (r.form->>'${RENEWAL_FIELDS.expiresOn}')::date, updated_at = now() FROM lease l JOIN request r ON r.id = l.request_id
  WHERE l.request_id = $1 AND NOT l.imported AND o.company_id = l.company_id AND o.number = l.number AND o.expires_on = l.starts_on - 1
    AND r.form->>'${RENEWAL_FIELDS.expiresOn}' >= l.starts_on::text`;
const NO_LONGER = 'DELETE FROM lease WHERE request_id = $1 AND NOT imported';
const KEPT_ANYWAY = 'UPDATE lease SET request_id = NULL WHERE request_id = $1';
/** What could not be taken in may be now. */
const LOOK_AGAIN = `
  INSERT INTO lease_news (request_id, company_id, due_at) SELECT r.id, r.company_id, clock_timestamp() FROM request r
  WHERE r.company_id = $1 AND r.definition_key = 'lease-renewal' AND r.listed_at IS NOT NULL AND r.status = 'approved' AND r.finished_at IS NOT NULL
    AND jsonb_typeof(r.form->'${RENEWAL_FIELDS.newTerm}') = 'object' AND NOT ${isGivenUp('r')}
    AND NOT EXISTS (SELECT 1 FROM lease l WHERE l.request_id = r.id)
  ON CONFLICT (request_id) DO UPDATE SET due_at = excluded.due_at`;

/** A renewal at which the register is to look. */
export interface LeaseNews {
  id: string;
  companyId: string;
}

interface Renewal {
  form: FormValues;
  currency: string;
  agreed: boolean;
  taken: boolean;
}

/** Whoever changes the register does so alone, until the transaction ends; renewals that are just being sent (`command_open_1`) go before or after. DANGER: before any row of `lease_news` is touched, or two may wait for each other. */
export async function holdRegister(manager: EntityManager, companyId: string): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`leases:${companyId}`]);
}

/** The register was corrected by hand: what has been agreed on and could not be taken in is looked at once more. */
export async function lookAgain(manager: EntityManager, companyId: string): Promise<void> {
  await manager.query(LOOK_AGAIN, [companyId]);
}

/** The register of leases, as it follows the renewals: the journal of a request is what was agreed on, once it has come to its end and as long as that stands. */
@Injectable()
export class LeaseRegister {
  constructor(private readonly database: DataSource) {}

  /** At most so many renewals at which nobody has looked since they changed. */
  due(most: number): Promise<LeaseNews[]> {
    return this.database.query<LeaseNews[]>(DUE, [most]);
  }

  /** Takes in what a renewal has agreed on, or lets go of it. May be done by several at once, and again: it comes to the same. */
  async follow({ id, companyId }: LeaseNews): Promise<void> {
    await this.database.transaction(async (manager) => {
      await holdRegister(manager, companyId);
      const [rows] = await manager.query<[unknown[], number]>(TAKEN_UP, [id]);
      if (rows.length === 0) return;
      const [renewal] = await manager.query<Renewal[]>(RENEWAL, [id]);
      if (renewal?.taken === true && !renewal.agreed)
        for (const statement of [RUNS_ON, NO_LONGER, KEPT_ANYWAY]) await manager.query(statement, [id]);
      const term = renewal?.taken === false && renewal.agreed ? agreedTerm(renewal.form, renewal.currency) : null;
      if (term) await takeIn(manager, { companyId, id, term });
    });
  }

  /** One that cannot be followed is looked at later, and keeps no other waiting. */
  async putOff({ id }: LeaseNews): Promise<void> {
    await this.database.query(PUT_OFF, [id]);
  }
}

async function takeIn(manager: EntityManager, { companyId, id, term }: LeaseNews & { term: AgreedTerm }): Promise<void> {
  const { unit, place, before, startsOn, expiresOn, rent, commission, deposit } = term;
  const [known] = await manager.query<{ number: string; startsOn: string }[]>(BEFORE, [companyId, id, unit, before, place]);
  // It would stand in the place of the term that it goes on from, or before it: somebody has to say which days that one had.
  if (known && startsOn <= known.startsOn) return;
  if (known) await manager.query(CUT_SHORT, [companyId, known.number, known.startsOn, startsOn]);
  await manager.query(TAKE_IN, [id, known?.number ?? null, unit, place, startsOn, expiresOn, rent, commission, deposit]);
}
