/**
 * Common tables of SQL: what was paid in advance and is not settled, by the checks with which processes ask for that (`settled-first` of their own
 * requests). `$1` company.
 */
export const OPEN_ADVANCES = `advancing AS MATERIALIZED (
    SELECT DISTINCT d.key, c.params->>'since' AS since, c.params->>'until' AS until, (c.params->>'days')::integer AS days
    FROM definition d CROSS JOIN LATERAL (SELECT jsonb_path_query(d.body, '$.submitChecks[*] ? (@.type == "settled-first").params') AS params) AS c
    WHERE d.company_id = $1 AND d.status = 'published' AND c.params->>'definition' = d.key),
  advances AS MATERIALIZED (
    SELECT w.request_id AS id, a.days, ((q.state#>>ARRAY['context', 'doneBy', a.since, 'at'])::timestamptz AT TIME ZONE k.time_zone)::date AS paid_on,
      q.requester_id, q.number, q.row_title, q.amount_minor, q.currency
    FROM advancing a JOIN standing w ON w.company_id = $1 AND w.definition_key = a.key JOIN request q ON q.id = w.request_id JOIN company k ON k.id = $1
    WHERE q.state#>'{context,carriedOut}' ? a.since AND NOT q.state#>'{context,carriedOut}' ? a.until AND q.amount_minor IS NOT NULL)`;
