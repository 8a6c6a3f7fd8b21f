import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What guards and resolvers must know about a request and an actor, at one moment. Reads only. */
export const FACTS_READ = `
CREATE FUNCTION facts_read(p jsonb, r request, d_key text, p_now timestamptz) RETURNS jsonb LANGUAGE plpgsql STABLE
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  v_lookups jsonb := p->'lookups';
  v_values jsonb := r.form || coalesce(p->'overlay', '{}');
  v_people uuid[];
  v_units uuid[];
  v_claims jsonb := CASE WHEN v_lookups->'claims' = '[]' THEN '{}' ELSE claimed_in(v_values, v_lookups->'claims') END;
BEGIN
  v_people := array_remove(ARRAY[r.requester_id, (p->>'actorId')::uuid]
    || ARRAY(SELECT uuid_or_null(v_values->>field) FROM jsonb_array_elements_text(v_lookups->'personFields') AS field)
    || ARRAY(SELECT uuid_or_null(chosen.value) FROM jsonb_each_text(coalesce(nullif(p->'choices', 'null'), r.state#>'{context,choices}', '{}')) AS chosen)
    || ARRAY(SELECT uuid_or_null(person) FROM jsonb_array_elements_text(coalesce(p->'people', '[]')) AS person), NULL);
  v_units := array_remove(ARRAY(SELECT uuid_or_null(v_values->>field) FROM jsonb_array_elements_text(v_lookups->'unitFields') AS field)
    || uuid_or_null(r.state#>>'{context,requester,unitId}'), NULL);
  RETURN jsonb_build_object(
    'now', iso_time(p_now),
    'directory', directory_slice(r.company_id, p_now, v_people, v_units, v_lookups),
    'rights', coalesce((SELECT jsonb_agg(right_name ORDER BY right_name) FROM person_right WHERE person_id = (p->>'actorId')::uuid AND company_id = r.company_id), '[]'),
    'params', coalesce((SELECT jsonb_object_agg(name, value) FROM definition_parameter WHERE company_id = r.company_id AND key = d_key), '{}'),
    'claimed', CASE WHEN v_claims = '{}' THEN '{}' ELSE claimed_by_others(r.company_id, r.id, v_claims) END);
END $$`;

const UUID_OR_NULL = `
CREATE FUNCTION uuid_or_null(p text) RETURNS uuid LANGUAGE sql IMMUTABLE
AS $$ SELECT CASE WHEN p ~ '^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$' THEN p::uuid END $$`;

export const HEAD_JSON = `
CREATE FUNCTION request_head(r request, d definition, c company) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object('id', r.id, 'companyId', r.company_id, 'timeZone', c.time_zone, 'definition', jsonb_build_object('id', d.id, 'key', d.key, 'version', d.version, 'hash', d.hash),
    'requesterId', r.requester_id, 'number', r.number, 'status', r.status, 'n', r.n, 'hash', r.hash, 'chainHash', r.chain_hash,
    'state', r.state, 'form', r.form, 'round', r.round, 'diverged', r.diverged) $$`;

/** The same facts without any lock, for validators, previews and views. */
export const REQUEST_FACTS = `
CREATE FUNCTION request_facts(p jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE r request; d definition; c company;
BEGIN
  SELECT * INTO r FROM request WHERE id = (p->>'requestId')::uuid;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT * INTO d FROM definition WHERE id = r.definition_id;
  SELECT * INTO c FROM company WHERE id = r.company_id;
  RETURN jsonb_build_object('request', request_head(r, d, c), 'facts', facts_read(p, r, d.key, clock_timestamp()));
END $$`;

/**
 * First trip of \`record\`: locks command row, then request row, and fetches all that the decision may need. Decides nothing.
 * { requestId, n, commandId | null, lookups }
 */
export const RECORD_READ = `
CREATE FUNCTION record_read(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  r request; d definition; co company; cmd command;
  v_n integer := (p->>'n')::integer;
  v_command jsonb := 'null';
  v_since jsonb := '[]';
  v_taken boolean := false;
BEGIN
  IF p->>'commandId' IS NOT NULL THEN
    SELECT * INTO cmd FROM command WHERE id = (p->>'commandId')::uuid FOR UPDATE;
    IF FOUND THEN
      v_command := jsonb_build_object('id', cmd.id, 'type', cmd.type, 'actorId', cmd.actor_id, 'requestId', cmd.request_id, 'body', cmd.body,
        'status', cmd.status, 'n', cmd.n, 'outcome', cmd.outcome);
    END IF;
  END IF;
  SELECT * INTO r FROM request WHERE id = (p->>'requestId')::uuid FOR UPDATE;
  IF NOT FOUND THEN RETURN jsonb_build_object('request', NULL, 'command', v_command); END IF;
  SELECT * INTO d FROM definition WHERE id = r.definition_id;
  SELECT * INTO co FROM company WHERE id = r.company_id;
  IF v_n < r.n THEN
    SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.n), '[]') INTO v_since FROM (
      SELECT n, command, facts, events, hash FROM transition WHERE request_id = r.id AND n > v_n ORDER BY n LIMIT 200) AS t;
  END IF;
  IF cmd.type = 'undo' THEN
    PERFORM 1 FROM outbox WHERE request_id = r.id AND n = r.n AND not_before IS NOT NULL FOR UPDATE;
    v_taken := EXISTS (SELECT 1 FROM outbox WHERE request_id = r.id AND n = r.n AND not_before IS NOT NULL AND state NOT IN ('waiting', 'cancelled'));
  END IF;
  RETURN jsonb_build_object('request', request_head(r, d, co), 'command', v_command,
    'journalHash', CASE WHEN v_n = r.n THEN r.hash ELSE (SELECT hash FROM transition WHERE request_id = r.id AND n = v_n) END,
    'transitions', v_since, 'effectsTaken', v_taken,
    'overwritten', CASE WHEN cmd.type = 'undo' THEN (SELECT overwritten FROM transition WHERE request_id = r.id AND n = r.n) END,
    'facts', CASE WHEN p->'lookups' <> 'null' THEN facts_read(
      p || jsonb_build_object('actorId', cmd.actor_id, 'overlay', coalesce(cmd.body->'form', cmd.body->'fields', '{}'), 'choices', cmd.body->'choices'), r, d.key, clock_timestamp()) END);
END $$`;

export class RecordFunctions1763800000007 implements MigrationInterface {
  name = 'RecordFunctions1763800000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [UUID_OR_NULL, HEAD_JSON, FACTS_READ, REQUEST_FACTS, RECORD_READ]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION record_read, request_facts, facts_read, request_head, uuid_or_null');
  }
}
