import type { Command, Facts, FormValues, TransitionEvent } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RequestHead } from './request-head';

/** A stored transition, with its links of the chain. */
export interface JournalRow {
  n: number;
  commandId: string;
  at: Date;
  command: Command;
  facts: Facts;
  events: TransitionEvent[];
  comment: string | null;
  fields: FormValues | null;
  overwritten: FormValues | null;
  hash: string;
  previousChain: string;
  chain: string;
}

/** The read model of a request, as far as the journal determines it. */
export interface ReadModel {
  tasks: { id: string; step: string; personId: string; status: string; decision: string | null; closing: string | null }[];
  rounds: { round: number; form: FormValues }[];
}

/** Reads the journal for audits and checks. */
@Injectable()
export class JournalRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Ids of requests that have a journal, in order, a page at a time. */
  async requestIds(after: string | null, limit: number): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      'SELECT id FROM request WHERE n > 0 AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2',
      [after, limit],
    );
    return rows.map((row) => row.id);
  }

  async head(requestId: string): Promise<RequestHead | null> {
    const [row] = await this.dataSource.query<{ head: RequestHead }[]>(
      'SELECT request_head(r, d, c) AS head FROM request r JOIN definition d ON d.id = r.definition_id JOIN company c ON c.id = r.company_id WHERE r.id = $1',
      [requestId],
    );
    return row?.head ?? null;
  }

  async transitions(requestId: string, after: number, limit: number): Promise<JournalRow[]> {
    return this.dataSource.query<JournalRow[]>(
      `SELECT n, command_id AS "commandId", at, command, facts, events, comment, fields, overwritten, hash, previous_chain AS "previousChain", chain
       FROM transition WHERE request_id = $1 AND n > $2 ORDER BY n LIMIT $3`,
      [requestId, after, limit],
    );
  }

  async readModel(requestId: string): Promise<ReadModel> {
    const tasks = await this.dataSource.query<ReadModel['tasks']>(
      'SELECT id, step, person_id AS "personId", status, decision, closing FROM task WHERE request_id = $1 ORDER BY id',
      [requestId],
    );
    const rounds = await this.dataSource.query<ReadModel['rounds']>(
      'SELECT round, form FROM request_round WHERE request_id = $1 ORDER BY round',
      [requestId],
    );
    return { tasks, rounds };
  }

  /** Marks a request whose workflow or read model disagrees with the journal: nothing shows it as live from now on. */
  async markDiverged(requestId: string, reason: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE request SET diverged = jsonb_build_object('reason', $2::text, 'since', iso_time(clock_timestamp())) WHERE id = $1 AND diverged IS NULL`,
      [requestId, reason],
    );
  }

  async count(): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>('SELECT count(*)::int AS count FROM transition');
    return row?.count ?? 0;
  }
}
