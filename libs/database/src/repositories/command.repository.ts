import { createHash } from 'node:crypto';
import { canonicalJson, type CommandBody, type PersonCommandType, type Refusal } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { clock } from '../clock';
import type { CommandStatus } from '../entities/requests/command.entity';
import { run } from '../statements';
import type { FactsParameter, RequestRead } from './facts.repository';

/** What a command row says of itself. */
export interface CommandRow {
  id: string;
  companyId: string;
  actorId: string;
  requestId: string;
  type: PersonCommandType;
  body: CommandBody;
  bodyHash: string;
  status: CommandStatus;
  n: number | null;
  attempt: number;
  createdAt: Date;
  outcome: Refusal | null;
}

/**
 * `read`: what the request is judged by, read right after the row was written; null where there is no such request. `lease-out`: a renewal of a lease
 * that was taken out of the register; no row was written.
 */
export type OpenedCommand =
  | { kind: 'opened'; read: RequestRead | null }
  | { kind: 'repeated'; row: CommandRow }
  | { kind: 'conflict' }
  | { kind: 'lease-out'; number: string };

const COLUMNS = `id, company_id AS "companyId", actor_id AS "actorId", request_id AS "requestId", type, body, body_hash AS "bodyHash", status, n, attempt, created_at AS "createdAt", outcome`;

const OPEN = { name: 'command-open', text: 'SELECT command_open_1($1, $2, $3, $4, $5) AS opened' };

/** Rows of commands: written before anything is done, closed only by a typed refusal, done only by `record`. */
@Injectable()
export class CommandRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Inserts the row with its first attempt, or tells what the same key meant before. Throws on a request that does not exist (23503). */
  async open(command: { id: string; companyId: string; body: CommandBody }, facts: FactsParameter | null = null): Promise<OpenedCommand> {
    const { id, companyId, body } = command;
    const bodyHash = hashOfBody(body);
    const values = [id, companyId, JSON.stringify(body), bodyHash, facts && JSON.stringify(facts)];
    const [answer] = await run<{ opened: { read: RequestRead | null } | { leaseOut: string } | null }>(this.dataSource, OPEN, values);
    if (answer?.opened) {
      const { opened } = answer;
      return 'leaseOut' in opened ? { kind: 'lease-out', number: opened.leaseOut } : { kind: 'opened', read: opened.read };
    }
    const row = await this.find(id);
    if (!row) throw new Error(`Expected command ${id} to be there already, but it is not`);
    return row.bodyHash === bodyHash ? { kind: 'repeated', row } : { kind: 'conflict' };
  }

  async find(id: string): Promise<CommandRow | null> {
    const [row] = await this.dataSource.query<CommandRow[]>(`SELECT ${COLUMNS} FROM command WHERE id = $1`, [id]);
    return row ?? null;
  }

  /** One more attempt at sending; the number makes the update's id new. */
  async nextAttempt(id: string): Promise<number> {
    const [rows] = await this.dataSource.query<[{ attempt: number }[], number]>(
      'UPDATE command SET attempt = attempt + 1, updated_at = clock_timestamp() WHERE id = $1 RETURNING attempt',
      [id],
    );
    const attempt = rows[0]?.attempt;
    if (attempt === undefined) throw new Error(`Expected command ${id} to be there, but it is not`);
    return attempt;
  }

  /** Closes an open row with a refusal. False: the row was not open any more, and what it says now is the answer. */
  async refuse(id: string, refusal: Refusal): Promise<boolean> {
    const [rows] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE command SET status = 'refused', outcome = $2, updated_at = clock_timestamp() WHERE id = $1 AND status = 'open' RETURNING id`,
      [id, JSON.stringify(refusal)],
    );
    return rows.length > 0;
  }

  /** The workflow is known to have these; whatever is not done stays as it is. */
  async confirm(ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.dataSource.query(
      `UPDATE command SET status = 'confirmed', updated_at = clock_timestamp() WHERE id = ANY ($1) AND (status = 'done' OR (status = 'undelivered' AND n IS NOT NULL))`,
      [ids],
    );
  }

  /** Takes up rows that stayed open or done for a while, oldest first: no other worker takes them up before they have stayed so for as long again. */
  async unsettled(olderThanMs: number, limit: number): Promise<CommandRow[]> {
    const [rows] = await this.dataSource.query<[CommandRow[], number]>(
      `UPDATE command SET updated_at = clock_timestamp() WHERE id IN (
         SELECT id FROM command WHERE status IN ('open', 'done') AND updated_at < clock_timestamp() - make_interval(secs => $1::double precision / 1000)
         ORDER BY updated_at, id LIMIT $2 FOR UPDATE SKIP LOCKED)
       RETURNING ${COLUMNS}`,
      [olderThanMs, limit],
    );
    return rows.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1));
  }

  /** Commands open or unconfirmed for long, or out of delivery, of one request or of all, oldest first. */
  async waiting(
    requestId: string | null,
    openForMs: number,
    limit: number,
  ): Promise<{ id: string; status: 'open' | 'done' | 'undelivered'; requestId: string; number: string | null; seconds: number }[]> {
    return this.dataSource.query(
      `SELECT c.id, c.status, c.request_id AS "requestId", r.number, extract(epoch FROM clock_timestamp() - c.created_at)::float8 AS seconds
       FROM command c JOIN request r ON r.id = c.request_id
       WHERE (c.status = 'undelivered' OR (c.status IN ('open', 'done') AND c.created_at < clock_timestamp() - make_interval(secs => $2::double precision / 1000)))
         AND ($1::uuid IS NULL OR c.request_id = $1)
       ORDER BY c.created_at, c.id LIMIT $3`,
      [requestId, openForMs, limit],
    );
  }

  /** Waits until the row is no longer open, at most `ms`. */
  async settled(id: string, ms: number): Promise<CommandRow | null> {
    const end = clock.ms() + ms;
    for (let pause = 40; ; pause = Math.min(pause * 1.5, 400)) {
      const row = await this.find(id);
      if (row?.status !== 'open' || clock.ms() + pause > end) return row;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  /** Ages of what is under way, for metrics. */
  async ages(): Promise<{ status: string; count: number; oldestSeconds: number }[]> {
    return this.dataSource.query(
      `SELECT status, count(*)::int AS count, coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)::float8 AS "oldestSeconds"
       FROM command WHERE status IN ('open', 'done', 'undelivered') GROUP BY status`,
    );
  }
}

/** Same key, same hash: the same press. Throws on what JSON cannot carry. */
export function hashOfBody(body: CommandBody): string {
  return createHash('sha256').update(canonicalJson(body)).digest('hex');
}
