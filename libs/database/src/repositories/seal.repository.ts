import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AnchorPlace } from '../entities/journal/seal-anchor.entity';
import type { JournalFinding } from '../entities/journal/journal-check.entity';
import { SealHash, sealStart, type SealedRequest } from '../journal/seal';

/** A link of a company's chain. */
export interface JournalSeal {
  companyId: string;
  seq: number;
  at: Date;
  requests: number;
  entries: number;
  seal: string;
}
/** The seals of a month of the company's calendar, `2026-11`. */
export interface SealedMonth {
  month: string;
  entries: number;
  seals: number;
  seal: string;
}
/** A company whose journal is to be sealed. `since`: null = whatever was not sealed yet. */
export interface DueSeal {
  companyId: string;
  since: Date | null;
}
export interface Anchor {
  place: AnchorPlace;
  seq: number;
  at: Date;
}

const PAGE = 5_000;
const MOST_FOUND = 100;
const SEAL = 'company_id AS "companyId", seq, at, requests, entries, seal';
const TODAY = `date_trunc('day', now() AT TIME ZONE c.time_zone) AT TIME ZONE c.time_zone`;
/** What every request that has moved since it was last sealed has come to. */
const TAKE = `
  WITH moved AS (
    SELECT r.id, r.n, r.chain_hash, r.n - coalesce(s.n, 0) AS entries FROM request r
      LEFT JOIN LATERAL (SELECT n FROM sealed_request WHERE request_id = r.id ORDER BY n DESC LIMIT 1) s ON true
    WHERE r.company_id = $1 AND r.n > coalesce(s.n, 0)
      AND ($3::timestamptz IS NULL OR r.id IN (SELECT request_id FROM transition WHERE company_id = $1 AND at > $3 - interval '1 hour'))
  ), taken AS (INSERT INTO sealed_request (request_id, n, company_id, seq, chain) SELECT id, n, $1, $2, chain_hash FROM moved)
  SELECT coalesce(sum(entries), 0)::int AS entries FROM moved`;
const DUE = `
  SELECT c.id AS "companyId", CASE WHEN s.at >= ${TODAY} THEN s.at END AS since FROM company c
    LEFT JOIN LATERAL (SELECT at FROM journal_seal WHERE company_id = c.id ORDER BY seq DESC LIMIT 1) s ON true
  WHERE s.at IS NULL OR s.at < ${TODAY} OR EXISTS (SELECT 1 FROM transition t WHERE t.company_id = c.id AND t.at > s.at) ORDER BY c.id`;
const OTHERWISE = `
  SELECT coalesce(r.number, s.request_id::text) AS request, s.n FROM sealed_request s LEFT JOIN transition t ON t.request_id = s.request_id AND t.n = s.n
    LEFT JOIN request r ON r.id = s.request_id
  WHERE s.company_id = $1 AND t.chain IS DISTINCT FROM s.chain ORDER BY s.seq, s.request_id LIMIT ${MOST_FOUND}`;

/** The chain of each company over the chains of its requests. */
@Injectable()
export class SealRepository {
  constructor(private readonly database: DataSource) {}

  /** Companies that have no seal of today yet, and those where something has moved since the last; `since`: when that was, of today. */
  due(): Promise<DueSeal[]> {
    return this.database.query<DueSeal[]>(DUE);
  }

  /** Makes the next link: what every request has come to, or what those have that moved since about a moment. */
  seal({ companyId, since }: DueSeal): Promise<JournalSeal> {
    return this.database.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`seals/${companyId}`]);
      const [last] = await manager.query<JournalSeal[]>(
        `SELECT ${SEAL} FROM journal_seal WHERE company_id = $1 ORDER BY seq DESC LIMIT 1`,
        [companyId],
      );
      const seq = (last?.seq ?? 0) + 1;
      const [taken] = await manager.query<{ entries: number }[]>(TAKE, [companyId, seq, since]);
      const { requests, seal } = await hashed(manager, { companyId, seq, previous: last?.seal ?? sealStart(companyId) });
      const [made] = await manager.query<JournalSeal[]>(
        `INSERT INTO journal_seal (company_id, seq, requests, entries, seal) VALUES ($1, $2, $3, $4, $5) RETURNING ${SEAL}`,
        [companyId, seq, requests, taken?.entries ?? 0, seal],
      );
      return made as JournalSeal;
    });
  }

  /** The seal of a number; null where there is none. */
  async find(companyId: string, seq: number): Promise<JournalSeal | null> {
    const [seal] = await this.database.query<JournalSeal[]>(`SELECT ${SEAL} FROM journal_seal WHERE company_id = $1 AND seq = $2`, [
      ...[companyId, seq],
    ]);
    return seal ?? null;
  }

  /** Seals of a company behind one, in order, a page at a time. */
  after(companyId: string, seq: number, limit: number): Promise<JournalSeal[]> {
    return this.database.query<JournalSeal[]>(`SELECT ${SEAL} FROM journal_seal WHERE company_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`, [
      companyId,
      seq,
      limit,
    ]);
  }

  /** The newest months that have seals, oldest first. */
  months(companyId: string, most: number): Promise<SealedMonth[]> {
    return this.database.query<SealedMonth[]>(
      `SELECT * FROM (
         SELECT to_char(s.at AT TIME ZONE c.time_zone, 'YYYY-MM') AS month, sum(s.entries)::int AS entries, count(*)::int AS seals,
           (array_agg(s.seal ORDER BY s.seq DESC))[1] AS seal
         FROM journal_seal s JOIN company c ON c.id = s.company_id WHERE s.company_id = $1 GROUP BY 1 ORDER BY 1 DESC LIMIT $2) AS newest ORDER BY month`,
      [companyId, most],
    );
  }

  /** Whether a seal is what follows from the one before it and from the rows that it is of. */
  async holds({ companyId, seq, seal, requests }: JournalSeal, previous: string | null): Promise<boolean> {
    const again = await hashed(this.database.manager, { companyId, seq, previous: previous ?? sealStart(companyId) });
    return again.seal === seal && again.requests === requests;
  }

  /** Requests that are not what they were when they were sealed; the first of them. */
  async otherwise(companyId: string): Promise<JournalFinding[]> {
    const rows = await this.database.query<{ request: string; n: number }[]>(OTHERWISE, [companyId]);
    return rows.map(({ request, n }) => ({ fault: 'sealed', request, n }));
  }

  /** Where a company's seals are kept outside, and until which. */
  anchors(companyId: string): Promise<Anchor[]> {
    return this.database.query<Anchor[]>('SELECT place, seq, at FROM seal_anchor WHERE company_id = $1 ORDER BY place', [companyId]);
  }

  /** The first seal of each company that is not kept at this place yet. */
  notAt(place: AnchorPlace): Promise<JournalSeal[]> {
    return this.database.query<JournalSeal[]>(
      `SELECT s.company_id AS "companyId", s.seq, s.at, s.requests, s.entries, s.seal FROM journal_seal s
         LEFT JOIN seal_anchor a ON a.company_id = s.company_id AND a.place = $1
       WHERE s.seq = coalesce(a.seq, 0) + 1 ORDER BY s.company_id`,
      [place],
    );
  }

  /** A seal is kept at this place now. */
  async anchored(place: AnchorPlace, { companyId, seq }: JournalSeal): Promise<void> {
    await this.database.query(
      `INSERT INTO seal_anchor (company_id, place, seq) VALUES ($1, $2, $3)
       ON CONFLICT (company_id, place) DO UPDATE SET seq = greatest(seal_anchor.seq, $3), at = now()`,
      [companyId, place, seq],
    );
  }
}

async function hashed(
  manager: EntityManager,
  { companyId, seq, previous }: { companyId: string; seq: number; previous: string },
): Promise<{ seal: string; requests: number }> {
  const hash = new SealHash(previous);
  for (let after: string | null = null; ;) {
    const rows: SealedRequest[] = await manager.query<SealedRequest[]>(
      `SELECT request_id AS "requestId", n, chain FROM sealed_request
       WHERE company_id = $1 AND seq = $2 AND ($3::uuid IS NULL OR request_id > $3) ORDER BY request_id LIMIT ${PAGE}`,
      [companyId, seq, after],
    );
    hash.add(rows);
    if (rows.length < PAGE) return { requests: hash.requests, seal: hash.end() };
    after = rows.at(-1)?.requestId ?? null;
  }
}
