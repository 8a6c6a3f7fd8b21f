import type { Calendar, TransitionEvent, VisitEnd, VisitKind } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** A finished request with what its times are made of. */
export interface FinishedRequest {
  id: string;
  definitionId: string;
  finishedAt: Date;
  /** The requester's unit and those above it: root … own, with what they say of their time. */
  units: { id: string; calendar: Calendar | null }[];
  timeZone: string;
  journal: { n: number; at: string; events: TransitionEvent[] }[];
  /** Those that were due; ISO. */
  tasks: { step: string; generation: number; seat: number; dueAt: string }[];
}

/** One stay at a step; times are ISO, minutes working time. */
export interface StepTime {
  step: string;
  kind: VisitKind;
  openedAt: string;
  closedAt: string;
  minutes: number;
  limitMinutes: number | null;
  late: boolean;
  ended: VisitEnd;
  backTo: string | null;
}

export interface RequestTime {
  submittedAt: string;
  finishedAt: string;
  minutes: number;
  returns: number;
  steps: StepTime[];
}

/** What has come of a finished request is committed so long after the moment that it bears (its transaction ends after ten seconds). */
const SETTLED = `interval '15 seconds'`;

/** Finished requests of a company after the last one that was looked at. */
const NEXT = `
  SELECT r.id, r.definition_id AS "definitionId", r.finished_at AS "finishedAt", c.time_zone AS "timeZone",
    coalesce((SELECT json_agg(json_build_object('id', a.id, 'calendar', a.calendar) ORDER BY p.place)
      FROM unit u CROSS JOIN LATERAL unnest(u.path) WITH ORDINALITY AS p(id, place) JOIN unit a ON a.id = p.id
      WHERE u.id = r.unit_id), '[]') AS units,
    (SELECT json_agg(json_build_object('n', t.n, 'at', iso_time(t.at), 'events', t.events) ORDER BY t.n) FROM transition t WHERE t.request_id = r.id) AS journal,
    coalesce((SELECT json_agg(json_build_object('step', k.step, 'generation', k.generation, 'seat', k.seat, 'dueAt', iso_time(k.due_at)))
      FROM task k WHERE k.request_id = r.id AND k.due_at IS NOT NULL), '[]') AS tasks
  FROM request r JOIN company c ON c.id = r.company_id
  WHERE r.company_id = $1 AND r.finished_at IS NOT NULL AND (r.finished_at, r.id) > ($2::timestamptz, $3::uuid) AND r.finished_at < now() - ${SETTLED}
  ORDER BY r.finished_at, r.id LIMIT $4`;

const WRITE_REQUEST = `
  INSERT INTO request_time (request_id, company_id, definition_id, definition_key, unit_id, submitted_at, finished_at, minutes, returns)
    SELECT r.id, r.company_id, r.definition_id, r.definition_key, r.unit_id, $2, $3, $4, $5
    FROM request r WHERE r.id = $1 AND r.finished_at IS NOT NULL`;
const WRITE_STEPS = `
  INSERT INTO step_time (request_id, at, company_id, definition_id, definition_key, unit_id, finished_at, step, kind, opened_at, closed_at, minutes, limit_minutes, late, ended, back_to)
    SELECT q.request_id, x.at, q.company_id, q.definition_id, q.definition_key, q.unit_id, q.finished_at, x.step, x.kind, x."openedAt", x."closedAt", x.minutes, x."limitMinutes", x.late, x.ended, x."backTo"
    FROM request_time q, jsonb_to_recordset($2) AS x(at integer, step text, kind text, "openedAt" timestamptz, "closedAt" timestamptz, minutes integer, "limitMinutes" integer, late boolean, ended text, "backTo" text)
    WHERE q.request_id = $1`;

/** Before the first. */
const BEGINNING = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

/** How long finished requests took. Told once for each of them, after the fact. */
@Injectable()
export class StepTimeRepository {
  constructor(private readonly database: DataSource) {}

  async companies(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }[]>('SELECT id FROM company ORDER BY id');
    return rows.map(({ id }) => id);
  }

  /**
   * Has the next `most` finished requests of a company measured and keeps what comes of it; null says that a request has no times to tell. Answers how
   * many there were; none also where another worker is at it.
   */
  async measure(companyId: string, most: number, times: (request: FinishedRequest) => Promise<RequestTime | null>): Promise<number> {
    return this.database.transaction(async (manager) => {
      const key = `step-times:${companyId}`;
      const [lock] = await manager.query<{ mine: boolean }[]>('SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS mine', [key]);
      if (lock?.mine !== true) return 0;
      const [mark] = await manager.query<{ value: typeof BEGINNING }[]>('SELECT value FROM setting WHERE key = $1', [key]);
      const { at, id } = mark?.value ?? BEGINNING;
      const found = await manager.query<FinishedRequest[]>(NEXT, [companyId, at, id, most]);
      for (const request of found) await keep(manager, request.id, await times(request));
      const last = found.at(-1);
      if (last) {
        const value = JSON.stringify({ at: last.finishedAt.toISOString(), id: last.id });
        await manager.query('INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value', [
          key,
          value,
        ]);
      }
      return found.length;
    });
  }
}

/** What was told of it before does not count any more. */
async function keep(manager: EntityManager, id: string, time: RequestTime | null): Promise<void> {
  await manager.query('DELETE FROM request_time WHERE request_id = $1', [id]);
  if (time === null) return;
  const { submittedAt, finishedAt, minutes, returns, steps } = time;
  await manager.query(WRITE_REQUEST, [id, submittedAt, finishedAt, minutes, returns]);
  await manager.query(WRITE_STEPS, [id, JSON.stringify(steps.map((step, at) => ({ at, ...step })))]);
}
