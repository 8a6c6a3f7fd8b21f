import type { Command, Facts, FormValues, RequestState, TransitionEvent } from '@countersign/domain';
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
  tasks: {
    id: string;
    step: string;
    kind: string;
    generation: number;
    seat: number;
    personId: string;
    status: string;
    decision: string | null;
    closing: string | null;
    /** ISO. */
    openedAt: string;
  }[];
  rounds: { round: number; form: FormValues }[];
}

/** Columns of the request row that the journal determines; times as ISO. */
export interface StoredColumns {
  n: number;
  hash: string;
  chainHash: string;
  state: RequestState;
  form: FormValues;
  status: string;
  amountMinor: string | null;
  currency: string | null;
  currentStep: string | null;
  dueAt: string | null;
  round: number;
  submittedAt: string | null;
  finishedAt: string | null;
  outcome: string | null;
  closedAt: string | null;
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
      `SELECT id, step, kind, generation, seat, person_id AS "personId", status, decision, closing, iso_time(opened_at) AS "openedAt"
       FROM task WHERE request_id = $1 ORDER BY id`,
      [requestId],
    );
    const rounds = await this.dataSource.query<ReadModel['rounds']>(
      'SELECT round, form FROM request_round WHERE request_id = $1 ORDER BY round',
      [requestId],
    );
    return { tasks, rounds };
  }

  async columns(requestId: string): Promise<StoredColumns | null> {
    const [row] = await this.dataSource.query<StoredColumns[]>(
      `SELECT n, hash, chain_hash AS "chainHash", state, form, status, amount_minor AS "amountMinor", currency, current_step AS "currentStep", iso_time(due_at) AS "dueAt",
         round, iso_time(submitted_at) AS "submittedAt", iso_time(finished_at) AS "finishedAt", outcome, iso_time(closed_at) AS "closedAt"
       FROM request WHERE id = $1`,
      [requestId],
    );
    return row ?? null;
  }

  /** Writes columns and tasks again as the journal has them; people's derivations and due dates of tasks that are there stay. */
  async rewrite(requestId: string, columns: StoredColumns, tasks: ReadModel['tasks']): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const [row] = await manager.query<{ n: number; companyId: string }[]>(
        'SELECT n, company_id AS "companyId" FROM request WHERE id = $1 FOR UPDATE',
        [requestId],
      );
      if (!row || row.n > columns.n) return;
      await manager.query(
        `UPDATE request SET n = x.n, hash = x.hash, chain_hash = x."chainHash", state = x.state, form = x.form, status = x.status, amount_minor = x."amountMinor",
           currency = x.currency, current_step = x."currentStep", due_at = x."dueAt", round = x.round, submitted_at = x."submittedAt",
           finished_at = x."finishedAt", outcome = x.outcome, closed_at = x."closedAt"
         FROM jsonb_to_record($2) AS x(n integer, hash text, "chainHash" text, state jsonb, form jsonb, status text, "amountMinor" bigint, currency text, "currentStep" text,
           "dueAt" timestamptz, round integer, "submittedAt" timestamptz, "finishedAt" timestamptz, outcome text, "closedAt" timestamptz) WHERE id = $1`,
        [requestId, JSON.stringify(columns)],
      );
      await manager.query('DELETE FROM task WHERE request_id = $1 AND NOT (id = ANY ($2))', [requestId, tasks.map((task) => task.id)]);
      await manager.query(
        `INSERT INTO task (id, company_id, request_id, step, kind, generation, seat, person_id, status, decision, closing, opened_at)
         SELECT x.id, $2, $1, x.step, x.kind, x.generation, x.seat, x."personId", x.status, x.decision, x.closing, x."openedAt"
         FROM jsonb_to_recordset($3) AS x(id uuid, step text, kind text, generation integer, seat integer, "personId" uuid, status text, decision text, closing text,
           "openedAt" timestamptz)
         ON CONFLICT (id) DO UPDATE SET step = excluded.step, kind = excluded.kind, person_id = excluded.person_id, status = excluded.status,
           decision = excluded.decision, closing = excluded.closing`,
        [requestId, row.companyId, JSON.stringify(tasks)],
      );
    });
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
