import type { Bilingual, Command, Derivation, Facts, FormValues, RequestState, TransitionEvent } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Derived } from '../entities/requests/transition.entity';
import { LOST_EVIDENCE, rewritten, SNAPSHOT, WRITE_COLUMNS } from './read-model-sql';
import type { RequestHead } from './request-head';
import type { SealedComment } from '../journal/discussion';

/** A stored transition, with its links of the chain. */
export interface JournalRow {
  n: number;
  commandId: string;
  type: string;
  actorId: string | null;
  at: Date;
  command: Command;
  facts: Facts;
  events: TransitionEvent[];
  comment: string | null;
  fields: FormValues | null;
  overwritten: FormValues | null;
  derived: Derived | null;
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
    /** Times as ISO. */
    openedAt: string;
    closedAt: string | null;
    dueAt: string | null;
    derivation: Derivation | null;
  }[];
  copies: { personId: string; step: string; at: string }[];
  participants: string[];
  claims: { check: string; value: string }[];
  rounds: { round: number; form: FormValues }[];
  /** Readers on whose desk the request stands otherwise than its rows say; its own id where it does so for those who track it. */
  desks: string[];
  /** What search reads, where there is anything. */
  texts: string[];
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
  listedAmount: string | null;
  currency: string | null;
  currentStep: string | null;
  dueAt: string | null;
  round: number;
  submittedAt: string | null;
  finishedAt: string | null;
  outcome: string | null;
  closedAt: string | null;
  rowTitle: Bilingual | null;
  number: string | null;
  updatedAt: string;
}

/** `missing`: it is not there; `unheld`: the request does not hold it any more; `changed`: its content or its digest is not what was cited. */
export type LostEvidence = 'missing' | 'unheld' | 'changed';

/** A request as it stood at one moment: its row, and the rows that are made of its journal. */
export interface RequestSnapshot {
  head: RequestHead;
  columns: StoredColumns;
  model: ReadModel;
}

const WHOLE_PAGE = 200;

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

  /** Those of these ids that no request with a journal has. */
  async withoutJournal(ids: readonly string[]): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      'SELECT x.id FROM unnest($1::uuid[]) AS x(id) WHERE NOT EXISTS (SELECT 1 FROM request r WHERE r.id = x.id AND r.n > 0)',
      [ids],
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

  /** Files that what was submitted or decided cites, and that are no longer what was cited: gone, let go, or with other content. */
  async lostEvidence(requestId: string): Promise<{ file: string; what: LostEvidence }[]> {
    return this.dataSource.query<{ file: string; what: LostEvidence }[]>(LOST_EVIDENCE, [requestId]);
  }

  /** The comments of a discussion by their place, a page at a time; 0 = it was never sealed. */
  async comments(requestId: string, after: number, limit: number): Promise<SealedComment[]> {
    return this.dataSource.query<SealedComment[]>(
      `SELECT coalesce(seq, 0) AS seq, id, person_id AS "personId", text, mentions, files, iso_time(at) AS at, token FROM comment
       WHERE request_id = $1 AND coalesce(seq, 0) > $2 ORDER BY 1, id LIMIT $3`,
      [requestId, after, limit],
    );
  }

  async transitions(requestId: string, after: number, limit: number): Promise<JournalRow[]> {
    return this.dataSource.query<JournalRow[]>(
      `SELECT n, command_id AS "commandId", type, actor_id AS "actorId", at, command, facts, events, comment, fields, overwritten, derived, hash, previous_chain AS "previousChain", chain
       FROM transition WHERE request_id = $1 AND n > $2 ORDER BY n LIMIT $3`,
      [requestId, after, limit],
    );
  }

  /** All transitions of a request. */
  async whole(requestId: string): Promise<JournalRow[]> {
    const all: JournalRow[] = [];
    for (;;) {
      const page = await this.transitions(requestId, all.at(-1)?.n ?? 0, WHOLE_PAGE);
      all.push(...page);
      if (page.length < WHOLE_PAGE) return all;
    }
  }

  /** A request with its rows, all of one moment; null where there is none. */
  async snapshot(requestId: string): Promise<RequestSnapshot | null> {
    const [row] = await this.dataSource.query<({ head: RequestHead; columns: StoredColumns } & ReadModel)[]>(SNAPSHOT, [requestId]);
    if (!row) return null;
    const { head, columns, ...model } = row;
    return { head, columns, model };
  }

  /** Writes every derived row again as the journal has it. What people have read stays read. */
  async rewrite(requestId: string, columns: StoredColumns, model: ReadModel): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const [row] = await manager.query<{ n: number; companyId: string }[]>(
        'SELECT n, company_id AS "companyId" FROM request WHERE id = $1 FOR UPDATE',
        [requestId],
      );
      if (!row || row.n > columns.n) return;
      await manager.query(WRITE_COLUMNS, [requestId, JSON.stringify(columns)]);
      for (const [rows, statements] of rewritten(model))
        for (const statement of statements) await manager.query(statement, [requestId, row.companyId, JSON.stringify(rows)]);
      await manager.query(`SELECT write_desks($1, $2, '{}')`, [requestId, row.companyId]);
    });
  }

  /**
   * Marks a request whose workflow or read model disagrees with the journal: nothing shows it as live from now on. False where it does not stand at
   * this n any more: what was seen of it is no longer so.
   */
  async markDiverged(requestId: string, n: number, reason: string): Promise<boolean> {
    const [rows] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE request SET diverged = coalesce(diverged, jsonb_build_object('reason', $3::text, 'since', iso_time(clock_timestamp())))
       WHERE id = $1 AND n = $2 RETURNING id`,
      [requestId, n, reason],
    );
    return rows.length > 0;
  }

  async count(): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>('SELECT count(*)::int AS count FROM transition');
    return row?.count ?? 0;
  }
}
