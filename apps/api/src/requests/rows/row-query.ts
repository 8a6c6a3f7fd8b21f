import type { Bilingual, Stance } from '@countersign/domain';
import { likePattern, type CursorValues } from '../../http/cursor';
import { ROW_SOURCES, SORT_KEYS, type RowSource } from './row-sources';
import type { TaskSort } from '../../tasks/dto/task.body';

/** What a list asks for. */
export interface RowQuestion {
  source: RowSource;
  sort: TaskSort | 'newest';
  personId: string;
  companyId: string;
  limit: number;
  cursor: CursorValues | null;
  q?: string | undefined;
  definition?: string | undefined;
  status?: string | undefined;
  /** Minor units. */
  minAmount?: string | undefined;
  unit?: string | undefined;
  resubmitted?: boolean | undefined;
  due?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** One row as the database gives it. */
export interface FoundRow {
  taskId: string | null;
  requestId: string;
  number: string | null;
  rowTitle: Bilingual | null;
  definitionId: string;
  definitionKey: string;
  definitionTitle: Bilingual;
  requesterId: string;
  amountMinor: string | null;
  currency: string | null;
  since: Date;
  dueAt: Date | null;
  group: 'overdue' | 'today' | 'week' | 'later' | 'none';
  round: number;
  status: string;
  diverged: boolean;
  step: string | null;
  waitingFor: string[];
  decision: { by: string; at: string; action: string } | null;
  pending: boolean;
  unread: boolean;
  /** Opinions signed in the walk of a running request, oldest first, where the row is a task; the reader’s own left out. */
  opinions: { person: string; stance: Stance }[];
  k1: number;
  k2: number;
  k3: string;
}

const GROUP = `CASE WHEN w.due_at IS NULL THEN 'none' WHEN w.due_at < now() THEN 'overdue'
  WHEN (w.due_at AT TIME ZONE co.time_zone)::date <= (now() AT TIME ZONE co.time_zone)::date THEN 'today'
  WHEN (w.due_at AT TIME ZONE co.time_zone)::date <= (now() AT TIME ZONE co.time_zone)::date + 7 THEN 'week' ELSE 'later' END`;

/** The signed opinions of a request that stands at the reader's task. */
const OPINIONS = `CASE WHEN page.task_id IS NULL OR r.status <> 'running' THEN '[]'::jsonb ELSE coalesce((
        SELECT jsonb_agg(jsonb_build_object('person', o->'person', 'stance', o->'stance') ORDER BY o->>'at')
          FROM jsonb_path_query(r.state, '$.context.steps.* ? (@.status == "passed").votes[*] ? (@.stance != null)') AS o
          WHERE o->>'person' <> $1::text), '[]'::jsonb) END`;

/** Filters that apply whenever their value is given; `$` stands for the place of the value. */
const FILTERS: { of: (question: RowQuestion) => unknown; sql: string }[] = [
  {
    of: ({ q }) => (q?.trim() ? likePattern(q) : undefined),
    sql: `(r.number ILIKE $ OR r.row_title->>'zh' ILIKE $ OR r.row_title->>'en' ILIKE $ OR d.body->'title'->>'zh' ILIKE $ OR d.body->'title'->>'en' ILIKE $
      OR EXISTS (SELECT 1 FROM person p WHERE p.id = r.requester_id AND (p.name->>'zh' ILIKE $ OR p.name->>'en' ILIKE $)))`,
  },
  { of: ({ definition }) => definition || undefined, sql: `d.key = $` },
  // What is closed keeps its outcome; “closed” asks for everything that can no longer change.
  { of: ({ status }) => (status && status !== 'closed' ? status : undefined), sql: `r.status = $` },
  { of: ({ status }) => (status === 'closed' ? true : undefined), sql: `(r.closed_at IS NOT NULL) = $` },
  { of: ({ minAmount }) => minAmount, sql: `r.amount_minor >= $::bigint` },
  {
    of: ({ unit }) => unit,
    sql: `EXISTS (SELECT 1 FROM unit u WHERE u.id = (r.state#>>'{context,requester,unitId}')::uuid AND $::uuid = ANY (u.path))`,
  },
  { of: ({ resubmitted }) => resubmitted, sql: `(r.round > 1) = $` },
  { of: ({ due }) => due, sql: `${GROUP} = $` },
  { of: ({ from }) => from, sql: `(r.submitted_at AT TIME ZONE co.time_zone)::date >= $::date` },
  { of: ({ to }) => to, sql: `(r.submitted_at AT TIME ZONE co.time_zone)::date <= $::date` },
];

/** The statement of a list and its values. One page is cut first; only its rows are looked at more closely. */
export function rowStatement(question: RowQuestion): { text: string; values: unknown[] } {
  const values: unknown[] = [question.personId, question.companyId];
  const place = (value: unknown): string => `$${values.push(value)}`;
  const where = FILTERS.flatMap(({ of, sql }) => {
    const value = of(question);
    return value === undefined ? [] : [sql.replaceAll('$', place(value).replace('$', '$$$$'))];
  });
  const keys = SORT_KEYS[question.sort];
  const k3 = `coalesce(w.task_id, w.request_id)::text`;
  if (question.cursor) {
    const [k1, k2, id] = question.cursor;
    where.push(`(${keys.first}, ${keys.second}, ${k3}) > (${place(k1)}::float8, ${place(k2)}::float8, ${place(id)}::text)`);
  }
  const text = `
    WITH page AS (
      SELECT w.*, ${GROUP} AS "group", ${keys.first} AS k1, ${keys.second} AS k2, ${k3} AS k3
      FROM (${ROW_SOURCES[question.source]}) AS w JOIN request r ON r.id = w.request_id JOIN definition d ON d.id = r.definition_id
        JOIN company co ON co.id = r.company_id
      WHERE r.company_id = $2 ${where.map((condition) => `AND ${condition}`).join(' ')}
      ORDER BY k1, k2, k3 LIMIT ${place(question.limit)})
    SELECT page.task_id AS "taskId", r.id AS "requestId", r.number, r.row_title AS "rowTitle", r.definition_id AS "definitionId", d.key AS "definitionKey",
      d.body->'title' AS "definitionTitle", r.requester_id AS "requesterId", r.amount_minor AS "amountMinor", r.currency, page.since, page.due_at AS "dueAt",
      page."group", r.round, r.status, r.diverged IS NOT NULL AS diverged, page.step, page.unread, page.k1, page.k2, page.k3,
      ARRAY(SELECT t.person_id FROM task t WHERE t.request_id = r.id AND t.status = 'open' ORDER BY t.seat) AS "waitingFor",
      CASE WHEN page.action IS NOT NULL THEN jsonb_build_object('by', $1::uuid, 'at', page.since, 'action', page.action) ELSE (
        SELECT jsonb_build_object('by', t.person_id, 'at', t.closed_at, 'action', t.decision) FROM task t
          WHERE t.request_id = r.id AND t.status = 'decided' ORDER BY t.closed_at DESC LIMIT 1) END AS decision,
      EXISTS (SELECT 1 FROM command c WHERE c.request_id = r.id AND c.actor_id = $1 AND c.status = 'open') AS pending, ${OPINIONS} AS opinions
    FROM page JOIN request r ON r.id = page.request_id JOIN definition d ON d.id = r.definition_id ORDER BY page.k1, page.k2, page.k3`;
  return { text, values };
}
