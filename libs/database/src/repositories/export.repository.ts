import type { Json, Language } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { ExportState } from '../entities/delivery/export.entity';

export interface ExportJob {
  id: string;
  companyId: string;
  personId: string;
  list: string;
  format: 'xlsx' | 'csv' | 'xes';
  language: Language;
  filters: Record<string, Json>;
  state: ExportState;
  rows: number;
  cut: boolean;
  bytes: number;
  runner: string;
  createdAt: Date;
  /** Nobody has been at work on it for a while. */
  left: boolean;
}
export type NewExport = Pick<ExportJob, 'id' | 'companyId' | 'personId' | 'list' | 'format' | 'language' | 'filters'>;

/** Kept so long, for its owner only. */
const KEPT = `interval '1 day'`;
/** Whoever is at work says so with every page. */
const LEFT = `interval '1 minute'`;
const COLUMNS = `id, company_id AS "companyId", person_id AS "personId", list, format, language, filters, state, rows, cut, bytes, runner, created_at AS "createdAt",
  state = 'running' AND touched_at < now() - ${LEFT} AS left`;
const OWN = `person_id = $1 AND created_at > now() - ${KEPT}`;

/** Long exports, each of one person. */
@Injectable()
export class ExportRepository {
  constructor(private readonly database: DataSource) {}

  /** Begins one, where its person has fewer than `most` under way; null: they have as many. One of a person after the other. */
  async begin({ id, companyId, personId, list, format, language, filters }: NewExport, most: number): Promise<ExportJob | null> {
    return this.database.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`exports/${personId}`]);
      const [job] = await manager.query<ExportJob[]>(
        `INSERT INTO export (id, company_id, person_id, list, format, language, filters, runner)
           SELECT $1, $2, $3, $4, $5, $6, $7, $8 WHERE (SELECT count(*) FROM export WHERE person_id = $3 AND state = 'running') < $9 RETURNING ${COLUMNS}`,
        [id, companyId, personId, list, format, language, JSON.stringify(filters), randomUUID(), most],
      );
      return job ?? null;
    });
  }

  /** Takes over one that nobody is at work on any more: it begins anew. Null: somebody is. */
  async takeOver({ id }: ExportJob): Promise<ExportJob | null> {
    return this.database.transaction(async (manager) => {
      const [rows] = await manager.query<[ExportJob[], number]>(
        `UPDATE export SET runner = $2, rows = 0, touched_at = now() WHERE id = $1 AND state = 'running' AND touched_at < now() - ${LEFT} RETURNING ${COLUMNS}`,
        [id, randomUUID()],
      );
      if (rows.length > 0) await manager.query('DELETE FROM export_part WHERE export_id = $1', [id]);
      return rows[0] ?? null;
    });
  }

  /** Says how far it is. False: it was cancelled, or somebody else has it. */
  async goesOn({ id, runner }: ExportJob, rows: number): Promise<boolean> {
    const [, count] = await this.database.query<[unknown[], number]>(
      `UPDATE export SET rows = $3, touched_at = now() WHERE id = $1 AND runner = $2 AND state = 'running'`,
      [id, runner, rows],
    );
    return count > 0;
  }

  /** A piece of the file; nothing where it was cancelled, or somebody else has it. */
  async keep({ id, runner }: ExportJob, at: number, bytes: Buffer): Promise<void> {
    await this.database.query(
      `INSERT INTO export_part (export_id, at, bytes) SELECT id, $3, $4 FROM export WHERE id = $1 AND runner = $2 AND state = 'running' ON CONFLICT DO NOTHING`,
      [id, runner, at, bytes],
    );
  }

  async end({ id, runner }: ExportJob, state: 'done' | 'failed', { bytes, cut }: { bytes: number; cut: boolean }): Promise<void> {
    await this.database.query(`UPDATE export SET state = $3, bytes = $4, cut = $5 WHERE id = $1 AND runner = $2 AND state = 'running'`, [
      ...[id, runner, state, bytes, cut],
    ]);
  }

  /** Cancels one that is under way, or does away with its file. False: there is none. */
  async cancel(personId: string, id: string): Promise<boolean> {
    const [, count] = await this.database.query<[unknown[], number]>(
      `UPDATE export SET state = 'cancelled' WHERE ${OWN} AND id = $2 AND state <> 'cancelled'`,
      [personId, id],
    );
    if (count > 0) await this.database.query('DELETE FROM export_part WHERE export_id = $1', [id]);
    return count > 0;
  }

  /** Those of a person that are kept, newest first. */
  list(personId: string, most: number): Promise<ExportJob[]> {
    return this.database.query<ExportJob[]>(
      `SELECT ${COLUMNS} FROM export WHERE ${OWN} AND state <> 'cancelled' ORDER BY created_at DESC, id DESC LIMIT $2`,
      [personId, most],
    );
  }

  async find(personId: string, id: string): Promise<ExportJob | null> {
    const [job] = await this.database.query<ExportJob[]>(`SELECT ${COLUMNS} FROM export WHERE ${OWN} AND id = $2`, [personId, id]);
    return job ?? null;
  }

  /** The file, piece by piece. */
  async *parts(id: string): AsyncGenerator<Buffer> {
    for (let at = 0; ; at += 1) {
      const [part] = await this.database.query<{ bytes: Buffer }[]>('SELECT bytes FROM export_part WHERE export_id = $1 AND at = $2', [
        id,
        at,
      ]);
      if (!part) return;
      yield part.bytes;
    }
  }
}
