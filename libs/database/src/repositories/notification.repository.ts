import type { Json, Notice } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { run } from '../statements';

export interface NewNotice {
  /** Id of the outbox row's notice for this person: delivered twice, it is there once. */
  id: string;
  companyId: string;
  personId: string;
  notice: Notice;
  params: Record<string, Json>;
  requestId: string;
  /** The step whose task it points to, if it points to one. */
  step: string | null;
}

/** Tells the people of `touched` that their notices changed, as many in one payload as PostgreSQL takes. */
const HINTS = `
  SELECT pg_notify('countersign_changes', jsonb_build_object('request', NULL, 'people', jsonb_agg(person_id))::text)
    FROM (SELECT person_id, (row_number() OVER () - 1) / 150 AS payload FROM (SELECT DISTINCT person_id FROM touched) AS people) AS numbered GROUP BY payload`;

/**
 * Whether what a notice says is no longer so: its task is settled, or the decision that it tells of was taken back. Asked of the journal's side (tasks,
 * outbox), so the order in which effects are carried out does not matter.
 */
const gone = (notice: {
  request: string;
  kind: string;
  params: string;
  taskStatus: string;
}): string => `(${notice.taskStatus} <> 'open' OR EXISTS (
  SELECT 1 FROM outbox o WHERE o.request_id = ${notice.request} AND o.n > (${notice.params}->>'n')::integer AND o.effect->>'type' = 'take-back-notices'
    AND (o.effect->>'of')::integer = (${notice.params}->>'n')::integer AND o.effect->>'notice' = ${notice.kind}
    AND o.effect->>'step' IS NOT DISTINCT FROM ${notice.params}->>'step'))`;

const DELIVER = {
  name: 'notices-deliver',
  text: `
  WITH touched AS (
    INSERT INTO notification (id, company_id, person_id, notice, params, request_id, task_id, superseded_at)
      SELECT x.id, x."companyId", x."personId", x.notice, x.params, x."requestId", t.id,
          CASE WHEN ${gone({ request: 'x."requestId"', kind: 'x.notice', params: 'x.params', taskStatus: 't.status' })} THEN now() END
        FROM jsonb_to_recordset($1) AS x(id uuid, "companyId" uuid, "personId" uuid, notice text, params jsonb, "requestId" uuid, step text)
        LEFT JOIN LATERAL (SELECT id, status FROM task WHERE request_id = x."requestId" AND step = x.step AND person_id = x."personId"
          ORDER BY generation DESC LIMIT 1) t ON true
      ON CONFLICT (id) DO NOTHING RETURNING person_id)${HINTS}`,
};

const LOOK_AGAIN = {
  name: 'notices-look-again',
  text: `
  WITH touched AS (
    UPDATE notification n SET superseded_at = now() FROM (
        SELECT m.id FROM notification m LEFT JOIN task t ON t.id = m.task_id WHERE m.id = ANY ($1) AND m.superseded_at IS NULL
          AND ${gone({ request: 'm.request_id', kind: 'm.notice', params: 'm.params', taskStatus: 't.status' })}) AS old
      WHERE n.id = old.id RETURNING n.person_id)${HINTS}`,
};

const SUPERSEDE = {
  name: 'notices-supersede',
  text: `
  WITH touched AS (
    UPDATE notification SET superseded_at = now()
      FROM jsonb_to_recordset($1) AS x("requestId" uuid, step text) JOIN task t ON t.request_id = x."requestId" AND (x.step IS NULL OR t.step = x.step)
      WHERE notification.request_id = x."requestId" AND notification.task_id = t.id AND t.status <> 'open' AND notification.superseded_at IS NULL
      RETURNING notification.person_id)${HINTS}`,
};

const TAKE_BACK = {
  name: 'notices-take-back',
  text: `
  WITH touched AS (
    UPDATE notification SET superseded_at = now()
      FROM jsonb_to_recordset($1) AS x("requestId" uuid, of integer, notice text, step text)
      WHERE notification.request_id = x."requestId" AND notification.notice = x.notice AND (notification.params->>'n')::integer = x.of
        AND notification.params->>'step' IS NOT DISTINCT FROM x.step AND notification.superseded_at IS NULL
      RETURNING notification.person_id)${HINTS}`,
};

/** In-app notices. Order of delivery does not matter: a notice of what is gone by now comes superseded. */
@Injectable()
export class NotificationRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Puts notices that are not there yet; each points to its person's newest task at the step. What was settled or taken back while they were being put
   * there is seen by the second look: whoever carries that out may have come too early to meet them.
   */
  async deliver(notices: NewNotice[]): Promise<void> {
    if (notices.length === 0) return;
    await run(this.dataSource, DELIVER, [JSON.stringify(notices)]);
    await run(this.dataSource, LOOK_AGAIN, [notices.map(({ id }) => id)]);
  }

  /** Marks notices of decisions that were undone: what they say is no longer so. */
  async takeBack(told: { requestId: string; of: number; notice: Notice; step: string | null }[]): Promise<void> {
    if (told.length > 0) await run(this.dataSource, TAKE_BACK, [JSON.stringify(told)]);
  }

  /** Marks the open notices of settled tasks of requests (of one step, or of all) in place. */
  async supersede(settled: { requestId: string; step: string | null }[]): Promise<void> {
    if (settled.length > 0) await run(this.dataSource, SUPERSEDE, [JSON.stringify(settled)]);
  }
}
