import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CLAIMED_BY_OTHERS } from './1763800000006-directory-functions';
import { CLAIMED_BY_CHECK } from './1763800000012-claims-by-check';
import { COMMAND_OPEN, DIRECTORY_SLICE_TEXT, FACTS_TEXT, RECORD_READ_TEXT, REQUEST_FACTS_TEXT } from './1763800000013-lean-decisions';

/*
 * Programs keep the directory in parts and need to be told only whether it changed since: by its version, which the reads of a decision bring along.
 * PL/pgSQL prepares each of its expressions anew in every transaction, so these reads are one statement each, and what is rarely needed stands
 * behind a CASE.
 */

const VERSION = `ALTER TABLE "company" ADD "directory_version" bigint NOT NULL DEFAULT '0'`;

/** Never below the clock: after a restore no version comes again with other content. */
const next = (version: string): string => `greatest(${version} + 1, (extract(epoch FROM clock_timestamp()) * 1000)::bigint)`;
const BUMP = `UPDATE company SET directory_version = ${next('directory_version')}`;

const DIRECTORY_CHANGED = `
CREATE FUNCTION directory_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_LEVEL = 'ROW' THEN
    NEW.directory_version := ${next('OLD.directory_version')};
    RETURN NEW;
  ELSIF TG_OP = 'TRUNCATE' THEN
    ${BUMP};
  ELSIF TG_OP = 'UPDATE' THEN
    ${BUMP} WHERE id IN (SELECT company_id FROM was UNION SELECT company_id FROM changed);
  ELSE
    ${BUMP} WHERE id IN (SELECT company_id FROM changed);
  END IF;
  RETURN NULL;
END $$`;

/** All that \`directory_slice\` reads beside the company's time zone. */
const TABLES = ['unit', 'person', 'position', 'authority_grant', 'person_right'];

const EVENTS = {
  insert: 'REFERENCING NEW TABLE AS changed',
  update: 'REFERENCING OLD TABLE AS was NEW TABLE AS changed',
  delete: 'REFERENCING OLD TABLE AS changed',
  truncate: '',
};

const TRIGGERS = [
  ...TABLES.flatMap((table) =>
    Object.entries(EVENTS).map(
      ([event, rows]) =>
        `CREATE TRIGGER directory_${event} AFTER ${event.toUpperCase()} ON "${table}" ${rows} FOR EACH STATEMENT EXECUTE FUNCTION directory_changed()`,
    ),
  ),
  `CREATE TRIGGER directory_zone BEFORE UPDATE OF time_zone ON company FOR EACH ROW WHEN (OLD.time_zone <> NEW.time_zone) EXECUTE FUNCTION directory_changed()`,
];

/**
 * The directory around some people and units of a company on one of its days. Whatever it finds, it finds for one person, one unit or the lookups
 * alone, so the slice around several is the slices around each put together. Posts bring their key, which they are in order of, byte by byte.
 */
const DIRECTORY_SLICE_OF_DAY = `
CREATE FUNCTION directory_slice(p_company uuid, p_today date, p_people uuid[], p_units uuid[], p_lookups jsonb) RETURNS json
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  v_zone text := (SELECT time_zone FROM company WHERE id = p_company);
  v_people uuid[];
  v_units uuid[];
  v_operators uuid[];
  v_paths uuid[];
  v_posts uuid[];
  v_holders uuid[];
  v_places uuid[];
  v_positions json;
  v_upward boolean := (p_lookups->>'superiors')::boolean;
BEGIN
  v_people := ARRAY(SELECT id FROM person WHERE id = ANY (p_people) AND company_id = p_company);
  v_units := ARRAY(SELECT id FROM unit WHERE id = ANY (p_units) AND company_id = p_company);
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
  IF v_upward AND cardinality(v_units) > 0 THEN
    v_posts := v_posts || ARRAY(WITH RECURSIVE chain AS (
        SELECT id, superior_id FROM position WHERE unit_id = ANY (v_units)
        UNION
        SELECT above.id, above.superior_id FROM position above JOIN chain ON above.id = chain.superior_id
      ) SELECT id FROM chain);
  END IF;
  IF p_lookups->'companyRoles' <> '[]' THEN
    v_posts := v_posts || ARRAY(SELECT id FROM position WHERE company_id = p_company
      AND role = ANY (ARRAY(SELECT jsonb_array_elements_text(p_lookups->'companyRoles'))));
  END IF;
  IF p_lookups->'nearRoles' <> '[]' THEN
    v_paths := ARRAY(SELECT unnest(u.path) FROM unit u WHERE u.id = ANY (v_units || ARRAY(SELECT unit_id FROM position WHERE person_id = ANY (v_people))));
    v_posts := v_posts || ARRAY(SELECT id FROM position WHERE company_id = p_company
      AND role = ANY (ARRAY(SELECT jsonb_array_elements_text(p_lookups->'nearRoles')))
      AND (CASE WHEN covers = '{}' THEN unit_id = ANY (v_paths) ELSE covers && v_paths END));
  END IF;
  v_holders := ARRAY(SELECT DISTINCT person_id FROM position WHERE id = ANY (v_posts) AND person_id IS NOT NULL);
  SELECT coalesce(json_agg(json_build_object('key', o.key, 'position', json_build_object(
      'id', o.id,
      'personId', CASE WHEN o.person_id IS NOT NULL AND (o.valid_from IS NULL OR o.valid_from <= p_today) AND (o.valid_to IS NULL OR o.valid_to > p_today) THEN o.person_id::text ELSE '' END,
      'role', o.role, 'unitId', o.unit_id, 'title', o.title, 'grade', o.grade, 'superiorId', o.superior_id, 'covers', to_json(o.covers),
      'primary', o.is_primary, 'validFrom', o.valid_from, 'validTo', o.valid_to)) ORDER BY o.key COLLATE "C"), '[]'), array_agg(o.unit_id) INTO v_positions, v_places
    FROM position o WHERE o.id = ANY (v_posts) OR o.person_id = ANY (v_holders);
  v_places := v_units || v_places || ARRAY(SELECT unnest(covers) FROM position WHERE covers <> '{}' AND (id = ANY (v_posts) OR person_id = ANY (v_holders)));
  RETURN json_build_object(
    'people', coalesce((SELECT json_object_agg(f.id, json_build_object('id', f.id, 'key', f.key, 'name', f.name, 'active', f.active)) FROM person f
      WHERE f.id = ANY (v_people || v_operators || v_holders)), '{}'),
    'positions', v_positions,
    'units', coalesce((SELECT json_object_agg(u.id, json_build_object('id', u.id, 'key', u.key, 'kind', u.kind, 'name', u.name,
        'parentId', u.parent_id, 'path', to_json(u.path))) FROM unit u
      WHERE u.id = ANY (ARRAY(SELECT unnest(own.path) FROM unit own WHERE own.id = ANY (v_places)))), '{}'),
    'grants', CASE WHEN p_lookups->'matters' = '[]' THEN '[]' ELSE coalesce((SELECT json_agg(json_build_object('id', g.id, 'kind', g.kind, 'matter', g.matter, 'role', g.role,
        'personId', g.person_id, 'scopeUnitId', g.scope_unit_id, 'limit', g.limit_value, 'plan', g.plan, 'state', g.state, 'withheldReason', g.withheld_reason,
        'validFrom', iso_time(g.valid_from::timestamp AT TIME ZONE v_zone), 'validTo', iso_time(g.valid_to::timestamp AT TIME ZONE v_zone)) ORDER BY g.key) FROM authority_grant g
      WHERE g.company_id = p_company AND g.matter = ANY (ARRAY(SELECT jsonb_array_elements_text(p_lookups->'matters')))
        AND (g.valid_from IS NULL OR g.valid_from <= p_today) AND (g.valid_to IS NULL OR g.valid_to > p_today)), '[]') END,
    'operators', to_json(v_operators));
END $$`;

/**
 * Which of the values that the checks of a definition claim another request holds: { check: { value: number of that request } }. A path \`table.column\`
 * names a column of every row. Values are looked up one after another: joined to a set of unknown size, PostgreSQL reads the whole table.
 */
const CLAIMED_ELSEWHERE = `
CREATE FUNCTION claimed_elsewhere(p_company uuid, p_request uuid, p_values jsonb, p_claims jsonb) RETURNS SETOF json LANGUAGE sql STABLE AS $$
  SELECT coalesce(json_object_agg(check_name, held), '{}') FROM (
    SELECT taken.check_name, jsonb_object_agg(taken.value, coalesce(other.number, '')) AS held FROM jsonb_array_elements(p_claims) AS claim
      JOIN claimed_value taken ON taken.company_id = p_company AND taken.check_name = claim->>'check' AND taken.value <> '' AND taken.value = ANY (ARRAY(
        SELECT cells->>split_part(claim->>'field', '.', 2)
          FROM jsonb_array_elements(CASE jsonb_typeof(p_values->split_part(claim->>'field', '.', 1)) WHEN 'array' THEN p_values->split_part(claim->>'field', '.', 1) ELSE '[]' END) AS cells
          WHERE claim->>'field' LIKE '%.%'
        UNION ALL
        SELECT p_values->>(claim->>'field') WHERE claim->>'field' NOT LIKE '%.%'))
      JOIN request other ON other.id = taken.request_id
      WHERE taken.request_id <> p_request GROUP BY taken.check_name) AS by_check $$`;

/** What guards and resolvers must know beside the directory, at \`t.now\`: of request r, definition d, company c, and parameter p with the lookups. */
const facts = ({ actor, overlay }: { actor: string; overlay: string }): string => `json_build_object(
    'now', iso_time(t.now),
    'today', (t.now AT TIME ZONE c.time_zone)::date,
    'directoryVersion', c.directory_version,
    'rights', coalesce((SELECT json_agg(right_name ORDER BY right_name) FROM person_right WHERE person_id = ${actor} AND company_id = r.company_id), '[]'),
    'params', coalesce((SELECT json_object_agg(name, value) FROM definition_parameter WHERE company_id = r.company_id AND key = d.key), '{}'),
    'claimed', CASE WHEN p->'lookups'->'claims' = '[]' THEN '{}'
      ELSE (SELECT claimed FROM claimed_elsewhere(r.company_id, r.id, r.form || ${overlay}, p->'lookups'->'claims') AS claimed) END)`;

/** Returns a set and sets nothing, so that PostgreSQL writes it out into the statement that asks. No row where there is no such request. */
const REQUEST_FACTS_ROW = `
CREATE FUNCTION request_facts(p jsonb) RETURNS SETOF json LANGUAGE sql STABLE AS $$
  SELECT json_build_object('request', request_head(r, d, c), 'facts', ${facts({ actor: `(p->>'actorId')::uuid`, overlay: `coalesce(p->'overlay', '{}')` })})
  FROM request r JOIN definition d ON d.id = r.definition_id JOIN company c ON c.id = r.company_id CROSS JOIN clock_timestamp() AS t(now)
  WHERE r.id = (p->>'requestId')::uuid $$`;

/** First trip of \`record\`: locks command row, then request row, then reads, so that it reads what whoever had the lock before has left. */
const RECORD_READ_ROW = `
CREATE FUNCTION record_read(p jsonb) RETURNS json LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
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
    'effectsTaken', CASE WHEN cmd.type = 'undo' THEN effects_taken(r.id, r.n) ELSE false END,
    'overwritten', CASE WHEN cmd.type = 'undo' THEN (SELECT overwritten FROM transition WHERE request_id = r.id AND n = r.n) END,
    'facts', CASE WHEN p->'lookups' <> 'null' AND r.id IS NOT NULL THEN ${facts({ actor: 'cmd.actor_id', overlay: `coalesce(cmd.body->'form', cmd.body->'fields', '{}')` })} END)
  FROM clock_timestamp() AS t(now)
    LEFT JOIN command cmd ON cmd.id = (p->>'commandId')::uuid
    LEFT JOIN request r ON r.id = (p->>'requestId')::uuid LEFT JOIN definition d ON d.id = r.definition_id LEFT JOIN company c ON c.id = r.company_id);
END $$`;

/** For an undo, under locks: whether something of the transition was delivered already. */
const EFFECTS_TAKEN = `
CREATE FUNCTION effects_taken(p_request uuid, p_n integer) RETURNS boolean LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  PERFORM 1 FROM outbox WHERE request_id = p_request AND n = p_n AND not_before IS NOT NULL FOR UPDATE;
  RETURN EXISTS (SELECT 1 FROM outbox WHERE request_id = p_request AND n = p_n AND not_before IS NOT NULL AND state NOT IN ('waiting', 'cancelled'));
END $$`;

const COMMAND_OPEN_ROW = `
CREATE FUNCTION command_open(p_id uuid, p_company uuid, p_body jsonb, p_hash text, p_facts jsonb) RETURNS json LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  INSERT INTO command (id, company_id, actor_id, request_id, type, body, body_hash, attempt)
    VALUES (p_id, p_company, (p_body->>'actor')::uuid, (p_body->>'requestId')::uuid, p_body->>'type', p_body, p_hash, 1) ON CONFLICT (id) DO NOTHING;
  IF NOT FOUND THEN RETURN NULL; END IF;
  RETURN json_build_object('read', (SELECT facts FROM request_facts(p_facts) AS facts));
END $$`;

const DROP_READS = 'DROP FUNCTION command_open, record_read, request_facts';

export class DirectoryParts1763800000015 implements MigrationInterface {
  name = 'DirectoryParts1763800000015';

  async up(runner: QueryRunner): Promise<void> {
    const dropped = [DROP_READS, 'DROP FUNCTION facts_read, directory_slice, claimed_by_others, claimed_in'];
    const made = [DIRECTORY_SLICE_OF_DAY, CLAIMED_ELSEWHERE, REQUEST_FACTS_ROW, EFFECTS_TAKEN, RECORD_READ_ROW, COMMAND_OPEN_ROW];
    for (const statement of [VERSION, DIRECTORY_CHANGED, ...TRIGGERS, ...dropped, ...made]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const dropped = [
      DROP_READS,
      'DROP FUNCTION effects_taken, directory_slice, claimed_elsewhere',
      'DROP FUNCTION directory_changed CASCADE',
    ];
    const made = [
      CLAIMED_BY_CHECK,
      CLAIMED_BY_OTHERS,
      DIRECTORY_SLICE_TEXT,
      FACTS_TEXT,
      REQUEST_FACTS_TEXT,
      RECORD_READ_TEXT,
      COMMAND_OPEN,
    ];
    const column = 'ALTER TABLE "company" DROP COLUMN "directory_version"';
    for (const statement of [...dropped, column, ...made]) await runner.query(statement);
  }
}
