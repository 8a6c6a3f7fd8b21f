/**
 * What a requester has sent before (\`Facts.earlier\`), by what is asked of it: requests of a process that were not turned down, say the same in some fields,
 * were sent within some days, or have one step carried out and another not.
 */
export const EARLIER_REQUESTS = `
CREATE OR REPLACE FUNCTION earlier_requests(p_request uuid, p_requester uuid, p_zone text, p_values jsonb, p_earlier jsonb) RETURNS json LANGUAGE sql STABLE AS $$
  SELECT coalesce(json_object_agg(asked->>'name', found), '{}') FROM jsonb_array_elements(p_earlier) AS asked CROSS JOIN LATERAL (
    SELECT json_build_object('count', count(*), 'oldest', min(opened.day)::text, 'number', (array_agg(e.number ORDER BY opened.day))[1],
      'sums', coalesce((SELECT json_object_agg(currency, minor::text) FROM (
        SELECT s.currency, sum(s.amount_minor) AS minor FROM unnest(array_agg(e.id)) AS own(id) JOIN request s ON s.id = own.id WHERE s.amount_minor IS NOT NULL GROUP BY 1) AS sums), '{}')) AS found
    FROM request e CROSS JOIN LATERAL (SELECT ((e.state#>>ARRAY['context', 'doneBy', asked#>>'{open,since}', 'at'])::timestamptz AT TIME ZONE p_zone)::date AS day) AS opened
    WHERE e.requester_id = p_requester AND e.definition_key = asked->>'definition' AND e.listed_at IS NOT NULL AND e.id <> p_request
      AND e.status IN ('running', 'returned', 'blocked', 'approved')
      AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements_text(asked->'same') AS field WHERE e.form->field IS DISTINCT FROM p_values->field)
      AND (asked->>'days' IS NULL OR e.submitted_at > clock_timestamp() - make_interval(days => (asked->>'days')::integer))
      AND (asked#>>'{open,since}' IS NULL OR (e.state#>'{context,carriedOut}' ? (asked#>>'{open,since}') AND NOT e.state#>'{context,carriedOut}' ? (asked#>>'{open,until}')))) AS each $$`;
