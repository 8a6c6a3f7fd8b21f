import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIRECTORY_SLICE } from './1763800000006-directory-functions';
import { FACTS_READ, HEAD_JSON, RECORD_READ, REQUEST_FACTS } from './1763800000007-record-functions';
import { RECORD_WRITE_DERIVED } from './1763800000011-journal-derived';

/*
 * The way of a decision, made lean. What is only read is put together as `json`, which is text added to text; `jsonb` takes every part apart and sorts
 * it anew at each level. PostgreSQL writes a SQL function out into its caller only where it claims no more than its body does, hence STABLE. Plans
 * are generic: planning anew costs more than any of these statements.
 */

export const DIRECTORY_SLICE_TEXT = `
CREATE FUNCTION directory_slice(p_company uuid, p_now timestamptz, p_people uuid[], p_units uuid[], p_lookups jsonb) RETURNS json
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  v_zone text;
  v_today date;
  v_people uuid[] := p_people;
  v_operators uuid[];
  v_paths uuid[];
  v_posts uuid[];
  v_holders uuid[];
  v_places uuid[];
  v_positions json;
  v_upward boolean := (p_lookups->>'superiors')::boolean;
  v_matters text[] := ARRAY(SELECT jsonb_array_elements_text(p_lookups->'matters'));
BEGIN
  SELECT time_zone, (p_now AT TIME ZONE time_zone)::date INTO v_zone, v_today FROM company WHERE id = p_company;
  v_operators := ARRAY(SELECT p.id FROM person_right r JOIN person p ON p.id = r.person_id
    WHERE r.company_id = p_company AND r.right_name = 'requests.operate' AND p.active ORDER BY p.key);
  IF p_lookups->'persons' <> '[]' THEN
    v_people := v_people || ARRAY(SELECT id FROM person WHERE company_id = p_company AND key = ANY (ARRAY(SELECT jsonb_array_elements_text(p_lookups->'persons'))));
  END IF;
  v_posts := ARRAY(WITH RECURSIVE chain AS (
      SELECT id, superior_id FROM position WHERE person_id = ANY (v_people)
      UNION
      SELECT above.id, above.superior_id FROM position above JOIN chain ON above.id = chain.superior_id WHERE v_upward
    ) SELECT id FROM chain);
  IF v_upward AND cardinality(p_units) > 0 THEN
    v_posts := v_posts || ARRAY(WITH RECURSIVE chain AS (
        SELECT id, superior_id FROM position WHERE unit_id = ANY (p_units)
        UNION
        SELECT above.id, above.superior_id FROM position above JOIN chain ON above.id = chain.superior_id
      ) SELECT id FROM chain);
  END IF;
  IF p_lookups->'companyRoles' <> '[]' THEN
    v_posts := v_posts || ARRAY(SELECT id FROM position WHERE company_id = p_company
      AND role = ANY (ARRAY(SELECT jsonb_array_elements_text(p_lookups->'companyRoles'))));
  END IF;
  IF p_lookups->'nearRoles' <> '[]' THEN
    v_paths := ARRAY(SELECT unnest(u.path) FROM unit u WHERE u.id = ANY (p_units || ARRAY(SELECT unit_id FROM position WHERE person_id = ANY (v_people))));
    v_posts := v_posts || ARRAY(SELECT id FROM position WHERE company_id = p_company
      AND role = ANY (ARRAY(SELECT jsonb_array_elements_text(p_lookups->'nearRoles')))
      AND (CASE WHEN covers = '{}' THEN unit_id = ANY (v_paths) ELSE covers && v_paths END));
  END IF;
  v_holders := ARRAY(SELECT DISTINCT person_id FROM position WHERE id = ANY (v_posts) AND person_id IS NOT NULL);
  SELECT coalesce(json_agg(json_build_object(
      'id', o.id,
      'personId', CASE WHEN o.person_id IS NOT NULL AND (o.valid_from IS NULL OR o.valid_from <= v_today) AND (o.valid_to IS NULL OR o.valid_to > v_today) THEN o.person_id::text ELSE '' END,
      'role', o.role, 'unitId', o.unit_id, 'title', o.title, 'grade', o.grade, 'superiorId', o.superior_id, 'covers', to_json(o.covers),
      'primary', o.is_primary, 'validFrom', o.valid_from, 'validTo', o.valid_to) ORDER BY o.key), '[]'), array_agg(o.unit_id) INTO v_positions, v_places
    FROM position o WHERE o.id = ANY (v_posts) OR o.person_id = ANY (v_holders);
  v_places := p_units || v_places || ARRAY(SELECT unnest(covers) FROM position WHERE covers <> '{}' AND (id = ANY (v_posts) OR person_id = ANY (v_holders)));
  RETURN json_build_object(
    'now', iso_time(p_now),
    'today', v_today,
    'people', coalesce((SELECT json_object_agg(f.id, json_build_object('id', f.id, 'key', f.key, 'name', f.name, 'active', f.active)) FROM person f
      WHERE f.id = ANY (v_people || v_operators || v_holders)), '{}'),
    'positions', v_positions,
    'units', coalesce((SELECT json_object_agg(u.id, json_build_object('id', u.id, 'key', u.key, 'kind', u.kind, 'name', u.name,
        'parentId', u.parent_id, 'path', to_json(u.path))) FROM unit u
      WHERE u.id = ANY (ARRAY(SELECT unnest(own.path) FROM unit own WHERE own.id = ANY (v_places)))), '{}'),
    'grants', coalesce((SELECT json_agg(json_build_object('id', g.id, 'kind', g.kind, 'matter', g.matter, 'role', g.role, 'personId', g.person_id,
        'scopeUnitId', g.scope_unit_id, 'limit', g.limit_value, 'plan', g.plan, 'state', g.state, 'withheldReason', g.withheld_reason,
        'validFrom', iso_time(g.valid_from::timestamp AT TIME ZONE v_zone), 'validTo', iso_time(g.valid_to::timestamp AT TIME ZONE v_zone)) ORDER BY g.key) FROM authority_grant g
      WHERE g.company_id = p_company AND g.matter = ANY (v_matters)
        AND (g.valid_from IS NULL OR g.valid_from <= v_today) AND (g.valid_to IS NULL OR g.valid_to > v_today)), '[]'),
    'operators', to_json(v_operators));
END $$`;

const HEAD_TEXT = `
CREATE FUNCTION request_head(r request, d definition, c company) RETURNS json LANGUAGE sql STABLE AS $$
  SELECT json_build_object('id', r.id, 'companyId', r.company_id, 'timeZone', c.time_zone, 'definition', json_build_object('id', d.id, 'key', d.key, 'version', d.version, 'hash', d.hash),
    'requesterId', r.requester_id, 'number', r.number, 'status', r.status, 'n', r.n, 'hash', r.hash, 'chainHash', r.chain_hash,
    'state', r.state, 'form', r.form, 'round', r.round, 'diverged', r.diverged) $$`;

export const FACTS_TEXT = `
CREATE FUNCTION facts_read(p jsonb, r request, d_key text, p_now timestamptz) RETURNS json LANGUAGE plpgsql STABLE AS $$
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
  RETURN json_build_object(
    'now', iso_time(p_now),
    'directory', directory_slice(r.company_id, p_now, v_people, v_units, v_lookups),
    'rights', coalesce((SELECT json_agg(right_name ORDER BY right_name) FROM person_right WHERE person_id = (p->>'actorId')::uuid AND company_id = r.company_id), '[]'),
    'params', coalesce((SELECT json_object_agg(name, value) FROM definition_parameter WHERE company_id = r.company_id AND key = d_key), '{}'),
    'claimed', CASE WHEN v_claims = '{}' THEN '{}' ELSE claimed_by_others(r.company_id, r.id, v_claims) END);
END $$`;

export const REQUEST_FACTS_TEXT = `
CREATE FUNCTION request_facts(p jsonb) RETURNS json LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
DECLARE r request; d definition; c company;
BEGIN
  SELECT * INTO r FROM request WHERE id = (p->>'requestId')::uuid;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT * INTO d FROM definition WHERE id = r.definition_id;
  SELECT * INTO c FROM company WHERE id = r.company_id;
  RETURN json_build_object('request', request_head(r, d, c), 'facts', facts_read(p, r, d.key, clock_timestamp()));
END $$`;

export const RECORD_READ_TEXT = `
CREATE FUNCTION record_read(p jsonb) RETURNS json LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  r request; d definition; co company; cmd command;
  v_n integer := (p->>'n')::integer;
  v_command json := 'null';
  v_since json := '[]';
  v_taken boolean := false;
BEGIN
  IF p->>'commandId' IS NOT NULL THEN
    SELECT * INTO cmd FROM command WHERE id = (p->>'commandId')::uuid FOR UPDATE;
    IF FOUND THEN
      v_command := json_build_object('id', cmd.id, 'type', cmd.type, 'actorId', cmd.actor_id, 'requestId', cmd.request_id, 'body', cmd.body,
        'status', cmd.status, 'n', cmd.n, 'outcome', cmd.outcome);
    END IF;
  END IF;
  SELECT * INTO r FROM request WHERE id = (p->>'requestId')::uuid FOR UPDATE;
  IF NOT FOUND THEN RETURN json_build_object('request', NULL, 'command', v_command); END IF;
  SELECT * INTO d FROM definition WHERE id = r.definition_id;
  SELECT * INTO co FROM company WHERE id = r.company_id;
  IF v_n < r.n THEN
    SELECT coalesce(json_agg(to_json(t) ORDER BY t.n), '[]') INTO v_since FROM (
      SELECT n, command, facts, events, hash FROM transition WHERE request_id = r.id AND n > v_n ORDER BY n LIMIT 200) AS t;
  END IF;
  IF cmd.type = 'undo' THEN
    PERFORM 1 FROM outbox WHERE request_id = r.id AND n = r.n AND not_before IS NOT NULL FOR UPDATE;
    v_taken := EXISTS (SELECT 1 FROM outbox WHERE request_id = r.id AND n = r.n AND not_before IS NOT NULL AND state NOT IN ('waiting', 'cancelled'));
  END IF;
  RETURN json_build_object('request', request_head(r, d, co), 'command', v_command,
    'journalHash', CASE WHEN v_n = r.n THEN r.hash ELSE (SELECT hash FROM transition WHERE request_id = r.id AND n = v_n) END,
    'transitions', v_since, 'effectsTaken', v_taken,
    'overwritten', CASE WHEN cmd.type = 'undo' THEN (SELECT overwritten FROM transition WHERE request_id = r.id AND n = r.n) END,
    'facts', CASE WHEN p->'lookups' <> 'null' THEN facts_read(
      p || jsonb_build_object('actorId', cmd.actor_id, 'overlay', coalesce(cmd.body->'form', cmd.body->'fields', '{}'), 'choices', cmd.body->'choices'), r, d.key, clock_timestamp()) END);
END $$`;

/** Nobody is woken for the outbox: the worker that recorded a decision knows that there is something to deliver. */
const RECORD_WRITE_QUIET = `
CREATE FUNCTION record_write(p jsonb) RETURNS void LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  r uuid := (p->>'requestId')::uuid;
  c uuid := (p->>'companyId')::uuid;
  t jsonb := p->'transition';
  q jsonb := p->'request';
  v_n integer := (t->>'n')::integer;
  v_at timestamptz := (t->>'at')::timestamptz;
  v_number text;
BEGIN
  IF p->>'numberPrefix' IS NOT NULL THEN v_number := next_number(c, p->>'numberPrefix', v_at); END IF;
  INSERT INTO transition (request_id, n, company_id, command_id, type, actor_id, at, command, facts, events, comment, fields, overwritten, derived, hash, previous_chain, chain)
    VALUES (r, v_n, c, t->>'commandId', t->>'type', (t->>'actorId')::uuid, v_at, t->'command', t->'facts', t->'events', t->>'comment', nullif(t->'fields', 'null'), nullif(t->'overwritten', 'null'), t->'derived', t->>'hash', t->>'previousChain', t->>'chain');
  UPDATE request SET n = v_n, hash = t->>'hash', chain_hash = t->>'chain', state = q->'state', form = coalesce(nullif(q->'form', 'null'), form), status = q->>'status',
      number = coalesce(number, v_number), row_title = coalesce(nullif(replace((q->'rowTitle')::text, '#number#', coalesce(v_number, number, ''))::jsonb, 'null'), row_title),
      amount_minor = (q->>'amountMinor')::bigint, currency = q->>'currency', current_step = q->>'currentStep', due_at = (q->>'dueAt')::timestamptz,
      round = (q->>'round')::integer, submitted_at = coalesce(submitted_at, (q->>'submittedAt')::timestamptz), finished_at = (q->>'finishedAt')::timestamptz,
      closed_at = (q->>'closedAt')::timestamptz, outcome = q->>'outcome', updated_at = v_at
    WHERE id = r;
  IF nullif(p->'roundForm', 'null') IS NOT NULL THEN
    INSERT INTO request_round (request_id, round, company_id, form, submitted_at) VALUES (r, (q->>'round')::integer, c, p->'roundForm', v_at);
  END IF;
  PERFORM write_tasks(p, r, c, v_at);
  IF nullif(p->'claims', 'null') IS NOT NULL THEN PERFORM write_claims(p->'claims', r, c); END IF;
  IF (p->>'cancelEffects')::boolean THEN
    UPDATE outbox SET state = 'cancelled', updated_at = v_at WHERE request_id = r AND n = v_n - 1 AND not_before IS NOT NULL AND state = 'waiting';
  END IF;
  IF jsonb_array_length(p->'outbox') > 0 THEN
    INSERT INTO outbox (company_id, request_id, n, key, effect, not_before, next_attempt_at, created_at, updated_at)
      SELECT c, r, v_n, x.key, x.effect, x."notBefore", coalesce(x."notBefore", v_at), v_at, v_at
      FROM jsonb_to_recordset(p->'outbox') AS x(key text, effect jsonb, "notBefore" timestamptz);
  END IF;
  IF p->>'commandId' IS NOT NULL THEN
    UPDATE command SET status = 'done', n = v_n, updated_at = v_at WHERE id = (p->>'commandId')::uuid;
  END IF;
  PERFORM pg_notify('countersign_changes', p->>'notify');
END $$`;

/**
 * The row of a command and, where it is new, the facts that its request is judged by: one trip instead of two. Answers null for a key that is there.
 * `p_facts` is what `request_facts` takes; null where the request is not known.
 */
export const COMMAND_OPEN = `
CREATE FUNCTION command_open(p_id uuid, p_company uuid, p_body jsonb, p_hash text, p_facts jsonb) RETURNS json LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  INSERT INTO command (id, company_id, actor_id, request_id, type, body, body_hash, attempt)
    VALUES (p_id, p_company, (p_body->>'actor')::uuid, (p_body->>'requestId')::uuid, p_body->>'type', p_body, p_hash, 1) ON CONFLICT (id) DO NOTHING;
  IF NOT FOUND THEN RETURN NULL; END IF;
  RETURN json_build_object('read', CASE WHEN p_facts IS NOT NULL THEN request_facts(p_facts) END);
END $$`;

const DROP_READS = `DROP FUNCTION record_read, request_facts, facts_read, request_head, directory_slice`;

export class LeanDecisions1763800000013 implements MigrationInterface {
  name = 'LeanDecisions1763800000013';

  async up(runner: QueryRunner): Promise<void> {
    const statements = ['ALTER FUNCTION iso_time(timestamptz) STABLE', DROP_READS, 'DROP FUNCTION record_write'];
    const made = [DIRECTORY_SLICE_TEXT, HEAD_TEXT, FACTS_TEXT, REQUEST_FACTS_TEXT, RECORD_READ_TEXT, RECORD_WRITE_QUIET, COMMAND_OPEN];
    for (const statement of [...statements, ...made]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const statements = ['DROP FUNCTION command_open, record_write', DROP_READS, 'ALTER FUNCTION iso_time(timestamptz) IMMUTABLE'];
    const made = [DIRECTORY_SLICE, FACTS_READ, HEAD_JSON, REQUEST_FACTS, RECORD_READ, RECORD_WRITE_DERIVED];
    for (const statement of [...statements, ...made]) await runner.query(statement);
  }
}
