/**
 * How a request stands on the desk of each of its readers and of those who join them, from its own rows: what waits for them and since when, what they decided last, and what
 * lists sort and filter by. `amount_order` is the amount the other way round, so that every order of a desk goes upward; a blank counts as less
 * than nothing. A task that is due on no day is due last. What has moved to somebody else waits since its first owner was asked.
 */
export const DESKS_OF = `
CREATE OR REPLACE FUNCTION desks_of(r uuid, newcomers uuid[]) RETURNS TABLE (person_id uuid, definition_key text, unit_id uuid, listed_at timestamptz, amount_order bigint,
  resubmitted boolean, over_plan boolean, mine boolean, under_way boolean, todo_task uuid, todo_since timestamptz, todo_due timestamptz,
  done_task uuid, done_at timestamptz, copied_at timestamptz, status text) LANGUAGE sql STABLE AS $$
  SELECT p.person_id, q.definition_key, q.unit_id, q.listed_at, -coalesce(q.listed_amount, -1),
    q.round > 1, plan.over, own.mine, own.mine AND q.status IN ('running', 'returned', 'blocked'),
    t.todo_task, coalesce(t.todo_since, CASE WHEN own.back THEN q.updated_at END),
    CASE WHEN t.todo_since IS NOT NULL OR own.back THEN coalesce(t.todo_due, 'infinity') END, t.done_task, t.done_at, c.copied_at, q.status
  FROM request q
    CROSS JOIN LATERAL (SELECT (SELECT k.derivation->>'plan' = 'over' FROM task k WHERE k.request_id = r AND k.derivation->>'plan' IS NOT NULL
      ORDER BY k.opened_at DESC, k.id LIMIT 1) AS over) plan
    CROSS JOIN (SELECT k.person_id FROM participant k WHERE k.request_id = r UNION SELECT unnest(newcomers)) p
    CROSS JOIN LATERAL (SELECT p.person_id = q.requester_id AS mine, p.person_id = q.requester_id AND q.status = 'returned' AS back) own
    LEFT JOIN (
      SELECT k.person_id,
        (array_agg(k.id ORDER BY k.due_at, k.opened_at, k.id) FILTER (WHERE k.status = 'open'))[1] AS todo_task,
        (array_agg(k.since ORDER BY k.due_at, k.opened_at, k.id) FILTER (WHERE k.status = 'open'))[1] AS todo_since,
        min(k.due_at) FILTER (WHERE k.status = 'open') AS todo_due,
        (array_agg(k.id ORDER BY k.closed_at DESC, k.id) FILTER (WHERE k.status = 'decided'))[1] AS done_task,
        max(k.closed_at) FILTER (WHERE k.status = 'decided') AS done_at
      FROM (SELECT a.*, min(a.opened_at) OVER (PARTITION BY a.step, a.generation, a.seat) AS since FROM task a WHERE a.request_id = r) k GROUP BY k.person_id) t ON t.person_id = p.person_id
    LEFT JOIN (SELECT k.person_id, max(k.at) AS copied_at FROM copy k WHERE k.request_id = r GROUP BY k.person_id) c ON c.person_id = p.person_id
  WHERE q.id = r $$`;
