import type { TaskSort } from '../../tasks/dto/task.body';

/**
 * Where the rows of a list come from. Every source gives `request_id`, `task_id`, `step`, `since`, `due_at`, `unread` and `action`;
 * `$1` is the reader. A draft never shows anywhere but among its requester's drafts.
 */
export const ROW_SOURCES = {
  /** What waits for the reader: open tasks, and own requests that came back. */
  todo: `
    SELECT t.request_id, t.id AS task_id, t.step, t.opened_at AS since, t.due_at, false AS unread, NULL AS action
      FROM task t WHERE t.person_id = $1 AND t.status = 'open'
    UNION ALL
    SELECT id, NULL, 'returned', updated_at, NULL, false, NULL FROM request WHERE requester_id = $1 AND status = 'returned'`,
  done: `
    SELECT DISTINCT ON (t.request_id) t.request_id, t.id AS task_id, t.step, t.closed_at AS since, NULL::timestamptz AS due_at, false AS unread, t.decision AS action
      FROM task t WHERE t.person_id = $1 AND t.status = 'decided' ORDER BY t.request_id, t.closed_at DESC`,
  copies: `
    SELECT c.request_id, NULL::uuid AS task_id, NULL AS step, max(c.at) AS since, NULL::timestamptz AS due_at, bool_or(c.read_at IS NULL) AS unread, NULL AS action
      FROM copy c WHERE c.person_id = $1 GROUP BY c.request_id`,
  mine: `
    SELECT id AS request_id, NULL::uuid AS task_id, current_step AS step, updated_at AS since, due_at, false AS unread, NULL AS action
      FROM request WHERE requester_id = $1 AND n > 0`,
  drafts: `
    SELECT id AS request_id, NULL::uuid AS task_id, NULL AS step, updated_at AS since, NULL::timestamptz AS due_at, false AS unread, NULL AS action
      FROM request WHERE requester_id = $1 AND n = 0`,
  concerned: `
    SELECT r.id AS request_id, NULL::uuid AS task_id, r.current_step AS step, r.updated_at AS since, r.due_at, false AS unread, NULL AS action
      FROM request r WHERE r.n > 0 AND (r.requester_id = $1 OR r.id IN (SELECT request_id FROM participant WHERE person_id = $1))`,
  company: `
    SELECT r.id AS request_id, NULL::uuid AS task_id, r.current_step AS step, r.updated_at AS since, r.due_at, false AS unread, NULL AS action
      FROM request r WHERE r.n > 0`,
} as const;
export type RowSource = keyof typeof ROW_SOURCES;

/** The first sort value, ascending. Open work by what is most pressing, everything else by what happened last. */
export const SORT_KEYS: Record<TaskSort | 'newest', { first: string; second: string }> = {
  due: { first: `coalesce(extract(epoch FROM w.due_at)::float8, 1e15)`, second: `extract(epoch FROM w.since)::float8` },
  waiting: { first: `0::float8`, second: `extract(epoch FROM w.since)::float8` },
  amount: { first: `-coalesce(r.amount_minor, -1)::float8`, second: `extract(epoch FROM w.since)::float8` },
  newest: { first: `0::float8`, second: `-extract(epoch FROM w.since)::float8` },
};
