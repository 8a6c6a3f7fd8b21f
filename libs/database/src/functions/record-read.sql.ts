import { factsJson } from './facts-json';

/**
 * First trip of \`record\`: locks command row, then request row, then reads, so that it reads what whoever had the lock before has left. Of a command
 * that takes a decision back (\`takingBack\`: their types) it reads what became of that decision: its actor's newest of those that the state keeps.
 */
export const RECORD_READ = `
CREATE OR REPLACE FUNCTION record_read_1(p jsonb) RETURNS json LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM command WHERE id = (p->>'commandId')::uuid FOR UPDATE;
  PERFORM 1 FROM request WHERE id = (p->>'requestId')::uuid FOR UPDATE;
  RETURN (SELECT json_build_object(
    'request', CASE WHEN r.id IS NOT NULL THEN request_head(r, d, c) END,
    'command', CASE WHEN cmd.id IS NOT NULL THEN json_build_object('id', cmd.id, 'type', cmd.type, 'actorId', cmd.actor_id, 'requestId', cmd.request_id,
      'body', cmd.body, 'status', cmd.status, 'n', cmd.n, 'outcome', cmd.outcome) END,
    'journalHash', CASE WHEN (p->>'n')::integer = r.n THEN r.hash ELSE (SELECT hash FROM transition WHERE request_id = r.id AND n = (p->>'n')::integer) END,
    'transitions', CASE WHEN (p->>'n')::integer < r.n THEN (SELECT coalesce(json_agg(to_json(since) ORDER BY since.n), '[]') FROM (
      SELECT n, command, facts, events, hash FROM transition WHERE request_id = r.id AND n > (p->>'n')::integer ORDER BY n LIMIT 200) AS since) ELSE '[]' END,
    'answer', CASE WHEN p ? 'call' THEN (SELECT fields FROM call_answer WHERE request_id = r.id AND call = p->>'call' AND NOT wrong) END,
    'effectsTaken', CASE WHEN back.n IS NOT NULL THEN effects_taken(r.id, back.n) ELSE false END,
    'overwritten', CASE WHEN back.n IS NOT NULL THEN (SELECT overwritten FROM transition WHERE request_id = r.id AND n = back.n) END,
    'facts', CASE WHEN p->'lookups' <> 'null' AND r.id IS NOT NULL THEN ${factsJson({ actor: 'cmd.actor_id', overlay: `coalesce(cmd.body->'form', cmd.body->'fields', '{}')` })} END)
  FROM clock_timestamp() AS t(now)
    LEFT JOIN command cmd ON cmd.id = (p->>'commandId')::uuid
    LEFT JOIN request r ON r.id = (p->>'requestId')::uuid LEFT JOIN definition d ON d.id = r.definition_id LEFT JOIN company c ON c.id = r.company_id
    LEFT JOIN LATERAL (SELECT max((u->>'n')::integer) AS n FROM jsonb_array_elements(r.state#>'{context,undo}') AS u
      WHERE u->>'person' = cmd.actor_id::text AND p->'takingBack' ? cmd.type) back ON true);
END $$`;
