const LADDER = `(q.state#>ARRAY['context', 'steps', place.step, 'clock'])`;

/**
 * Where a request under way stands: one row for each step at which it waits, for people or for a moment, with since when and until when. `foremost` is the
 * one that presses most: lists of requests show that one, maps of a process every one. What is due on no day is due last.
 * `unheeded`: it is late, everybody whom its rule names has been told or given it, and nobody hears of it by itself any more.
 */
export const STANDING_OF = `
CREATE OR REPLACE FUNCTION standing_of(r uuid) RETURNS TABLE (step text, kind text, definition_id uuid, definition_key text, unit_id uuid, amount_order bigint,
  since timestamptz, due timestamptz, foremost boolean) LANGUAGE sql STABLE AS $$
  SELECT place.step, CASE WHEN q.state#>>'{context,suspendedAt}' IS NULL THEN CASE WHEN place.kind = 'waiting' AND (${LADDER}->>'rung')::integer >= jsonb_array_length(${LADDER}->'marks') THEN 'unheeded' ELSE place.kind END ELSE 'suspended' END, q.definition_id, q.definition_key,
    q.unit_id, -coalesce(q.listed_amount, -1), place.since, coalesce(place.due, 'infinity'),
    row_number() OVER (ORDER BY place.kind <> 'blocked', coalesce(place.due, 'infinity'), place.since, place.step) = 1
  FROM request q CROSS JOIN LATERAL (
    SELECT k.step, CASE WHEN bool_or(k.kind = 'unblock') THEN 'blocked' ELSE 'waiting' END AS kind, min(k.opened_at) AS since, min(k.due_at) AS due
      FROM task k WHERE k.request_id = r AND k.status = 'open' GROUP BY k.step
    UNION ALL
    SELECT s.key, CASE WHEN s.value->>'status' = 'blocked' THEN 'blocked' ELSE 'waiting' END,
        coalesce((SELECT t.at FROM transition t WHERE t.request_id = r AND t.n = (s.value->>'generation')::integer), q.listed_at), (s.value#>>'{clock,due}')::timestamptz
      FROM jsonb_each(q.state#>'{context,steps}') AS s WHERE s.value->>'status' IN ('open', 'blocked', 'waiting') AND q.status <> 'returned'
        AND NOT EXISTS (SELECT 1 FROM task k WHERE k.request_id = r AND k.step = s.key AND k.status = 'open')
    UNION ALL
    SELECT 'returned', 'returned', q.updated_at, NULL WHERE q.status = 'returned' AND NOT EXISTS (SELECT 1 FROM task k WHERE k.request_id = r AND k.step = 'returned' AND k.status = 'open')
  ) AS place
  WHERE q.id = r AND q.status IN ('running', 'returned', 'blocked') AND q.listed_at IS NOT NULL $$`;
