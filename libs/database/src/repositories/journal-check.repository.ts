import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CheckState, JournalFinding } from '../entities/journal/journal-check.entity';
import type { WalkedTransition } from '../journal/journal-walk';

export interface JournalCheck {
  id: string;
  companyId: string;
  personId: string;
  state: CheckState;
  total: number;
  checked: number;
  seals: number;
  findings: JournalFinding[];
  found: number;
  createdAt: Date;
  endedAt: Date | null;
}
/** How far a check has come. */
export type CheckProgress = Pick<JournalCheck, 'checked' | 'seals' | 'findings' | 'found'>;

const LEFT = `interval '1 minute'`;
/** One that nobody is at work on any more has failed. */
const COLUMNS = `id, company_id AS "companyId", person_id AS "personId", CASE WHEN state = 'running' AND touched_at < now() - ${LEFT} THEN 'failed' ELSE state END AS state,
  total, checked, seals, findings, found, created_at AS "createdAt", ended_at AS "endedAt"`;
const MOST_FOUND = 100;
const WALK = `
  SELECT t.request_id AS "requestId", coalesce(r.number, r.id::text) AS request, t.n, t.command, t.facts, t.events, t.comment, t.fields, t.derived, t.hash,
    t.previous_chain AS "previousChain", t.chain, jsonb_build_object('n', r.n, 'chain', r.chain_hash) AS "standsAt"
  FROM transition t JOIN request r ON r.id = t.request_id
  WHERE t.company_id = $1 AND ($2::uuid IS NULL OR (t.request_id, t.n) > ($2, $3::integer)) ORDER BY t.request_id, t.n LIMIT $4`;

/** Checks of the journal of a company: what they go along, how far they are, what they found. */
@Injectable()
export class JournalCheckRepository {
  constructor(private readonly database: DataSource) {}

  /** Begins one; null: one is under way. */
  async begin({ id, companyId, personId }: Pick<JournalCheck, 'id' | 'companyId' | 'personId'>): Promise<JournalCheck | null> {
    return this.database.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`checks/${companyId}`]);
      await manager.query(
        `UPDATE journal_check SET state = 'failed', ended_at = touched_at WHERE company_id = $1 AND state = 'running' AND touched_at < now() - ${LEFT}`,
        [companyId],
      );
      const [check] = await manager.query<JournalCheck[]>(
        `INSERT INTO journal_check (id, company_id, person_id, total) SELECT $1, $2, $3, (SELECT count(*) FROM transition WHERE company_id = $2)
         WHERE NOT EXISTS (SELECT 1 FROM journal_check WHERE company_id = $2 AND state = 'running') RETURNING ${COLUMNS}`,
        [id, companyId, personId],
      );
      return check ?? null;
    });
  }

  /** Says how far it is; false: it was cancelled. */
  async goesOn(id: string, progress: CheckProgress): Promise<boolean> {
    return this.note(id, progress, 'running');
  }

  async end(id: string, state: 'done' | 'failed', progress: CheckProgress): Promise<void> {
    await this.note(id, progress, state);
  }

  /** False: none is under way. */
  async cancel(companyId: string, id: string): Promise<boolean> {
    const [, count] = await this.database.query<[unknown[], number]>(
      `UPDATE journal_check SET state = 'cancelled', ended_at = now() WHERE id = $1 AND company_id = $2 AND state = 'running'`,
      [id, companyId],
    );
    return count > 0;
  }

  async find(companyId: string, id: string): Promise<JournalCheck | null> {
    const [check] = await this.database.query<JournalCheck[]>(`SELECT ${COLUMNS} FROM journal_check WHERE id = $1 AND company_id = $2`, [
      ...[id, companyId],
    ]);
    return check ?? null;
  }

  /** Newest first. */
  list(companyId: string, [at, id]: (string | null)[], most: number): Promise<JournalCheck[]> {
    return this.database.query<JournalCheck[]>(
      `SELECT ${COLUMNS} FROM journal_check WHERE company_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
       ORDER BY created_at DESC, id DESC LIMIT $4`,
      [companyId, at, id, most],
    );
  }

  /** Transitions of a company behind one, request by request, each request's in their order. */
  walk(companyId: string, after: WalkedTransition | undefined, limit: number): Promise<WalkedTransition[]> {
    return this.database.query<WalkedTransition[]>(WALK, [companyId, after?.requestId ?? null, after?.n ?? null, limit]);
  }

  /** Requests that have moved and of which no transition is there; the first of them. */
  async emptied(companyId: string): Promise<JournalFinding[]> {
    const rows = await this.database.query<{ request: string }[]>(
      `SELECT coalesce(r.number, r.id::text) AS request FROM request r
       WHERE r.company_id = $1 AND r.n > 0 AND NOT EXISTS (SELECT 1 FROM transition t WHERE t.request_id = r.id) ORDER BY r.id LIMIT ${MOST_FOUND}`,
      [companyId],
    );
    return rows.map(({ request }) => ({ fault: 'missing', request, n: 1 }));
  }

  private async note(id: string, { checked, seals, findings, found }: CheckProgress, state: CheckState): Promise<boolean> {
    const [, count] = await this.database.query<[unknown[], number]>(
      `UPDATE journal_check SET state = $2, checked = $3, seals = $4, findings = $5, found = $6, touched_at = now(),
         ended_at = CASE WHEN $2 = 'running' THEN NULL ELSE now() END WHERE id = $1 AND state = 'running'`,
      [id, state, checked, seals, JSON.stringify(findings), found],
    );
    return count > 0;
  }
}
