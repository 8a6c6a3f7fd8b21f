import type { Bilingual, PersonCommandType, Refusal } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Undelivered } from '../entities/requests/command.entity';
import { tellOperators } from './tell-operators';

/** A command that could not be delivered, as its owners see it. */
export interface DeadLetter {
  id: string;
  type: PersonCommandType;
  /** Transition that it made all the same; null where it was not decided. */
  n: number | null;
  actorId: string;
  requestId: string;
  number: string | null;
  definitionTitle: Bilingual;
  attempt: number;
  bytes: number;
  undelivered: Undelivered;
  createdAt: Date;
  /** Since when it is out of delivery. */
  updatedAt: Date;
}

const BURY = `
  WITH dead AS (
    UPDATE command SET status = 'undelivered', undelivered = $2, updated_at = clock_timestamp() WHERE id = $1 AND status IN ('open', 'done') AND (n IS NULL) = $3
    RETURNING id, company_id, request_id),
  ${tellOperators({ of: 'dead', notice: 'command-undelivered', params: `jsonb_build_object('command', dead.id)` })}
  SELECT count(*)::int AS buried FROM dead, told`;
const GIVE_UP = `
  WITH closed AS (
    UPDATE command SET status = CASE WHEN n IS NULL THEN 'refused' ELSE 'confirmed' END, outcome = CASE WHEN n IS NULL THEN $3::jsonb END,
      undelivered = undelivered || jsonb_build_object('givenUp', jsonb_build_object('by', $4::text, 'at', iso_time(clock_timestamp()))), updated_at = clock_timestamp()
    WHERE id = $1 AND company_id = $2 AND status = 'undelivered' RETURNING id, company_id, request_id, actor_id, n, type),
  touched AS (
    INSERT INTO notification (id, company_id, person_id, notice, params, request_id)
      SELECT gen_random_uuid(), company_id, actor_id, 'command-given-up', jsonb_build_object('command', id, 'by', $4::text, 'type', type, 'reason', $3::jsonb#>>'{params,reason}'), request_id
      FROM closed WHERE n IS NULL RETURNING person_id),
  told AS (SELECT pg_notify('countersign_changes', jsonb_build_object('request', NULL, 'people', jsonb_agg(person_id))::text) FROM touched)
  SELECT closed.request_id AS "requestId" FROM closed, told`;
/** A cursor tells milliseconds: finer times would have it name its own row again. */
const LIST = `
  SELECT c.id, c.type, c.n, c.actor_id AS "actorId", c.request_id AS "requestId", r.number, d.body->'title' AS "definitionTitle", c.attempt,
    octet_length(c.body::text) AS bytes, c.undelivered, c.created_at AS "createdAt", c.updated_at AS "updatedAt"
  FROM command c JOIN request r ON r.id = c.request_id JOIN definition d ON d.id = r.definition_id
  WHERE c.company_id = $1 AND c.status = 'undelivered' AND ($2::timestamptz IS NULL OR (date_trunc('milliseconds', c.updated_at), c.id) > ($2, $3::uuid))
  ORDER BY date_trunc('milliseconds', c.updated_at), c.id LIMIT $4`;

/** Commands that could not be delivered: out of the sweeper's way, kept in full, with an owner. */
@Injectable()
export class DeadLetterRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes a command out of delivery and tells its owners. False: it is not as it was seen any more, or was settled. */
  async bury({ id, n }: { id: string; n: number | null }, undelivered: Undelivered): Promise<boolean> {
    const [row] = await this.dataSource.query<{ buried: number }[]>(BURY, [id, JSON.stringify(undelivered), n === null]);
    return (row?.buried ?? 0) > 0;
  }

  /** Oldest first, a page at a time. */
  async list(companyId: string, after: { since: string; id: string } | null, limit: number): Promise<DeadLetter[]> {
    return this.dataSource.query<DeadLetter[]>(LIST, [companyId, after?.since ?? null, after?.id ?? null, limit]);
  }

  /** Back into delivery. False: there is no such dead letter. */
  async revive(companyId: string, id: string): Promise<boolean> {
    const [rows] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE command SET status = CASE WHEN n IS NULL THEN 'open' ELSE 'done' END, undelivered = NULL, updated_at = clock_timestamp()
       WHERE id = $1 AND company_id = $2 AND status = 'undelivered' RETURNING id`,
      [id, companyId],
    );
    return rows.length > 0;
  }

  /**
   * Closes one for good and tells whoever sent it; what was decided stays so, and nobody asks for the run's word any more. Answers the request; null: there is
   * no such dead letter.
   */
  async giveUp(companyId: string, id: string, { refusal, by }: { refusal: Refusal; by: string }): Promise<string | null> {
    const [row] = await this.dataSource.query<{ requestId: string }[]>(GIVE_UP, [id, companyId, JSON.stringify(refusal), by]);
    return row?.requestId ?? null;
  }
}
