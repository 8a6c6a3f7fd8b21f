/**
 * A decision that was taken back (transition `p_of`) lets nobody read any more: whoever was asked, told or called for help by it alone leaves the readers.
 * Whoever a transition names that stands stays, that of the taking back included, and so do requester and beneficiary. It reads of events what
 * `namedBy` of the projection reads.
 */
export const TAKE_BACK_READERS = `
CREATE OR REPLACE FUNCTION take_back_readers(r uuid, p_of integer) RETURNS void LANGUAGE sql AS $$
  WITH said AS MATERIALIZED (SELECT t.n, e FROM transition t CROSS JOIN LATERAL jsonb_array_elements(t.events) AS e WHERE t.request_id = r),
    named AS MATERIALIZED (
      SELECT s.n, x.person, CASE WHEN s.e->>'type' = 'copy.sent' THEN s.e->>'step' END AS copied
      FROM said s CROSS JOIN LATERAL (
        SELECT (s.e->>'person')::uuid AS person WHERE s.e->>'type' IN ('task.opened', 'copy.sent')
        UNION ALL SELECT jsonb_array_elements_text(s.e->'people')::uuid WHERE s.e->>'type' IN ('step.escalated', 'request.escalated')
        UNION ALL SELECT jsonb_array_elements_text(s.e->'owners')::uuid WHERE s.e->>'type' = 'request.blocked') x),
    standing AS MATERIALIZED (SELECT * FROM named WHERE n NOT IN (SELECT (s.e->>'of')::integer FROM said s WHERE s.e->>'type' = 'decision.undone')),
    copies AS (DELETE FROM copy c USING named k WHERE c.request_id = r AND k.n = p_of AND c.person_id = k.person AND c.step = k.copied
      AND NOT EXISTS (SELECT 1 FROM standing s WHERE s.person = k.person AND s.copied = k.copied))
  DELETE FROM participant p USING request q WHERE q.id = r AND p.request_id = r AND p.person_id IN (SELECT k.person FROM named k WHERE k.n = p_of)
    AND p.person_id NOT IN (SELECT s.person FROM standing s) AND p.person_id <> q.requester_id
    AND p.person_id IS DISTINCT FROM uuid_or_null(q.state#>>'{context,beneficiary}') $$`;
