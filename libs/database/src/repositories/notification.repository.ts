import type { Json, Notice } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface NewNotice {
  /** Id of the outbox row's notice for this person: delivered twice, it is there once. */
  id: string;
  companyId: string;
  personId: string;
  notice: Notice;
  params: Record<string, Json>;
  requestId: string;
  taskId: string | null;
}

/** In-app notices. Order of delivery does not matter: a notice of a task that is gone by now comes superseded. */
@Injectable()
export class NotificationRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The people's newest tasks at a step, so that a notice can point to its task. */
  async tasksAt(requestId: string, step: string, people: string[]): Promise<Record<string, string>> {
    const rows = await this.dataSource.query<{ id: string; personId: string }[]>(
      `SELECT DISTINCT ON (person_id) id, person_id AS "personId" FROM task WHERE request_id = $1 AND step = $2 AND person_id = ANY ($3)
       ORDER BY person_id, generation DESC`,
      [requestId, step, people],
    );
    return Object.fromEntries(rows.map((row) => [row.personId, row.id]));
  }

  async deliver(notices: NewNotice[]): Promise<void> {
    if (notices.length === 0) return;
    await this.dataSource.query(
      `INSERT INTO notification (id, company_id, person_id, notice, params, request_id, task_id, superseded_at)
       SELECT x.id, x."companyId", x."personId", x.notice, x.params, x."requestId", x."taskId",
         CASE WHEN x."taskId" IS NOT NULL AND EXISTS (SELECT 1 FROM task t WHERE t.id = x."taskId" AND t.status <> 'open') THEN now() END
       FROM jsonb_to_recordset($1) AS x(id uuid, "companyId" uuid, "personId" uuid, notice text, params jsonb, "requestId" uuid, "taskId" uuid)
       ON CONFLICT (id) DO NOTHING`,
      [JSON.stringify(notices)],
    );
    await this.hint(notices.map((notice) => notice.personId));
  }

  /** Marks the open notices of settled tasks of a request (of one step, or of all) in place. */
  async supersede(requestId: string, step: string | null): Promise<void> {
    const [rows] = await this.dataSource.query<[{ personId: string }[], number]>(
      `UPDATE notification SET superseded_at = now() FROM task t
       WHERE notification.request_id = $1 AND notification.task_id = t.id AND t.status <> 'open' AND notification.superseded_at IS NULL
         AND ($2::text IS NULL OR t.step = $2) RETURNING notification.person_id AS "personId"`,
      [requestId, step],
    );
    await this.hint(rows.map((row) => row.personId));
  }

  private async hint(people: string[]): Promise<void> {
    if (people.length === 0) return;
    await this.dataSource.query(`SELECT pg_notify('countersign_changes', $1)`, [
      JSON.stringify({ request: null, people: [...new Set(people)].slice(0, 150) }),
    ]);
  }
}
