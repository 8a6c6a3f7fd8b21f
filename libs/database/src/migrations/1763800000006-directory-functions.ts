import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The domain's `Directory` around some people and units: their posts, the posts above them, holders of roles, grants, operators. Reads only.
 * A post that nobody holds now has an empty `personId`, so that the chain above it stays whole.
 */
export const DIRECTORY_SLICE = `
CREATE FUNCTION directory_slice(p_company uuid, p_now timestamptz, p_people uuid[], p_units uuid[], p_lookups jsonb) RETURNS jsonb
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
  v_positions jsonb;
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
  SELECT coalesce(jsonb_agg(jsonb_build_object(
      'id', o.id,
      'personId', CASE WHEN o.person_id IS NOT NULL AND (o.valid_from IS NULL OR o.valid_from <= v_today) AND (o.valid_to IS NULL OR o.valid_to > v_today) THEN o.person_id::text ELSE '' END,
      'role', o.role, 'unitId', o.unit_id, 'title', o.title, 'grade', o.grade, 'superiorId', o.superior_id, 'covers', to_jsonb(o.covers),
      'primary', o.is_primary, 'validFrom', o.valid_from, 'validTo', o.valid_to) ORDER BY o.key), '[]'), array_agg(o.unit_id) INTO v_positions, v_places
    FROM position o WHERE o.id = ANY (v_posts) OR o.person_id = ANY (v_holders);
  v_places := p_units || v_places || ARRAY(SELECT unnest(covers) FROM position WHERE covers <> '{}' AND (id = ANY (v_posts) OR person_id = ANY (v_holders)));
  RETURN jsonb_build_object(
    'now', iso_time(p_now),
    'today', v_today,
    'people', coalesce((SELECT jsonb_object_agg(f.id, jsonb_build_object('id', f.id, 'key', f.key, 'name', f.name, 'active', f.active)) FROM person f
      WHERE f.id = ANY (v_people || v_operators || v_holders)), '{}'),
    'positions', v_positions,
    'units', coalesce((SELECT jsonb_object_agg(u.id, jsonb_build_object('id', u.id, 'key', u.key, 'kind', u.kind, 'name', u.name,
        'parentId', u.parent_id, 'path', to_jsonb(u.path))) FROM unit u
      WHERE u.id = ANY (ARRAY(SELECT unnest(own.path) FROM unit own WHERE own.id = ANY (v_places)))), '{}'),
    'grants', coalesce((SELECT jsonb_agg(jsonb_build_object('id', g.id, 'kind', g.kind, 'matter', g.matter, 'role', g.role, 'personId', g.person_id,
        'scopeUnitId', g.scope_unit_id, 'limit', g.limit_value, 'plan', g.plan, 'state', g.state, 'withheldReason', g.withheld_reason,
        'validFrom', iso_time(g.valid_from::timestamp AT TIME ZONE v_zone), 'validTo', iso_time(g.valid_to::timestamp AT TIME ZONE v_zone)) ORDER BY g.key) FROM authority_grant g
      WHERE g.company_id = p_company AND g.matter = ANY (v_matters)
        AND (g.valid_from IS NULL OR g.valid_from <= v_today) AND (g.valid_to IS NULL OR g.valid_to > v_today)), '[]'),
    'operators', to_jsonb(v_operators));
END $$`;

/** ISO 8601 in UTC with milliseconds, as JavaScript writes it. */
const ISO_TIME = `
CREATE FUNCTION iso_time(p timestamptz) RETURNS text LANGUAGE sql IMMUTABLE
AS $$ SELECT to_char(p AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$`;

/** Values that the checks of a definition claim, as the form holds them: { check: [values] }. A path \`table.column\` names a column of every row. */
export const CLAIMED_IN = `
CREATE FUNCTION claimed_in(p_values jsonb, p_claims jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_object_agg(claim->>'check', held), '{}') FROM jsonb_array_elements(p_claims) AS claim,
    LATERAL (SELECT coalesce(jsonb_agg(value), '[]') AS held FROM (
      SELECT row_value->>split_part(claim->>'field', '.', 2) AS value
        FROM jsonb_array_elements(CASE jsonb_typeof(p_values->split_part(claim->>'field', '.', 1)) WHEN 'array' THEN p_values->split_part(claim->>'field', '.', 1) ELSE '[]' END) AS row_value
        WHERE claim->>'field' LIKE '%.%'
      UNION ALL
      SELECT p_values->>(claim->>'field') WHERE claim->>'field' NOT LIKE '%.%') AS found WHERE value IS NOT NULL AND value <> '') AS of_claim $$`;

/** Which of these values another request holds: { check: { value: number of that request } }. */
export const CLAIMED_BY_OTHERS = `
CREATE FUNCTION claimed_by_others(p_company uuid, p_request uuid, p_values jsonb) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_object_agg(check_name, held), '{}') FROM (
    SELECT c.check_name, jsonb_object_agg(c.value, coalesce(r.number, '')) AS held
      FROM jsonb_each(p_values) AS asked(check_name, list), jsonb_array_elements_text(asked.list) AS wish(word)
      JOIN claimed_value c ON c.company_id = p_company AND c.value = wish.word JOIN request r ON r.id = c.request_id
      WHERE c.check_name = asked.check_name AND c.request_id <> p_request GROUP BY c.check_name) AS taken $$`;

export class DirectoryFunctions1763800000006 implements MigrationInterface {
  name = 'DirectoryFunctions1763800000006';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [ISO_TIME, DIRECTORY_SLICE, CLAIMED_IN, CLAIMED_BY_OTHERS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION claimed_by_others, claimed_in, directory_slice, iso_time');
  }
}
