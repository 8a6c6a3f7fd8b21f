import { heldOn } from '../held-on';

/** Who is asked for posts: their holders, and whoever is named for when they are vacant. */
const ASKED = `ARRAY(SELECT DISTINCT asked FROM {position}, unnest(ARRAY[person_id, substitute_id]) AS asked WHERE id = ANY (v_posts) AND asked IS NOT NULL)`;
const HELD = `o.person_id IS NOT NULL AND ${heldOn('o', 'p_today')}`;
/** Somebody takes the place of the post on that day: nobody who is active holds it. */
const SUBSTITUTED = `o.substitute_to > p_today AND (o.substitute_from IS NULL OR o.substitute_from <= p_today)
        AND NOT (${HELD} AND EXISTS (SELECT 1 FROM {person h} WHERE h.id = o.person_id AND h.active))`;

/** Tables stand in braces, with an alias where they have one of their own. */
const BODY = `
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
  v_absent uuid[];
  v_stand_ins uuid[];
  v_upward boolean := (p_lookups->>'superiors')::boolean;
BEGIN
  v_people := ARRAY(SELECT id FROM {person} WHERE id = ANY (p_people) AND company_id = p_company);
  v_units := ARRAY(SELECT id FROM {unit} WHERE id = ANY (p_units) AND company_id = p_company);
  v_operators := operators_of(p_company);
  IF p_lookups->'persons' <> '[]' THEN
    v_people := v_people || ARRAY(SELECT id FROM {person} WHERE company_id = p_company AND key = ANY (ARRAY(SELECT jsonb_array_elements_text(p_lookups->'persons'))));
  END IF;
  IF p_lookups->'units' IS NOT NULL THEN
    v_units := v_units || ARRAY(SELECT id FROM {unit} WHERE company_id = p_company AND key = ANY (ARRAY(SELECT jsonb_array_elements_text(p_lookups->'units'))));
  END IF;
  v_posts := ARRAY(WITH RECURSIVE chain AS (
      SELECT id, superior_id FROM {position} WHERE person_id = ANY (v_people)
      UNION
      SELECT above.id, above.superior_id FROM {position above} JOIN chain ON above.id = chain.superior_id WHERE v_upward
    ) SELECT id FROM chain);
  IF v_upward AND cardinality(v_units) > 0 THEN
    v_posts := v_posts || ARRAY(WITH RECURSIVE chain AS (
        SELECT id, superior_id FROM {position} WHERE unit_id = ANY (v_units)
        UNION
        SELECT above.id, above.superior_id FROM {position above} JOIN chain ON above.id = chain.superior_id
      ) SELECT id FROM chain);
  END IF;
  IF p_lookups->'companyRoles' <> '[]' THEN
    v_posts := v_posts || ARRAY(SELECT id FROM {position} WHERE company_id = p_company
      AND role = ANY (ARRAY(SELECT jsonb_array_elements_text(p_lookups->'companyRoles'))));
  END IF;
  IF p_lookups->'nearRoles' <> '[]' THEN
    v_paths := ARRAY(SELECT unnest(u.path) FROM {unit u} WHERE u.id = ANY (v_units || ARRAY(SELECT unit_id FROM {position} WHERE person_id = ANY (v_people))));
    v_posts := v_posts || ARRAY(SELECT id FROM {position} WHERE company_id = p_company
      AND role = ANY (ARRAY(SELECT jsonb_array_elements_text(p_lookups->'nearRoles')))
      AND (CASE WHEN covers = '{}' THEN unit_id = ANY (v_paths) ELSE covers && v_paths END));
  END IF;
  IF p_lookups->'above' IS NOT NULL THEN
    v_posts := v_posts || ARRAY(WITH RECURSIVE chain AS (
        SELECT id, superior_id FROM {position} WHERE id = ANY (v_posts)
        UNION
        SELECT above.id, above.superior_id FROM {position above} JOIN chain ON above.id = chain.superior_id
      ) SELECT id FROM chain);
  END IF;
  v_holders := ${ASKED};
  SELECT array_agg(person_id), array_agg(stand_in_id) INTO v_absent, v_stand_ins FROM {away} WHERE company_id = p_company AND person_id = ANY (v_people || v_holders);
  IF v_absent IS NOT NULL THEN
    v_posts := v_posts || ARRAY(WITH RECURSIVE chain AS (
        SELECT id, superior_id FROM {position} WHERE person_id = ANY (v_absent)
        UNION
        SELECT above.id, above.superior_id FROM {position above} JOIN chain ON above.id = chain.superior_id
      ) SELECT id FROM chain);
    v_holders := v_stand_ins || ${ASKED};
  END IF;
  SELECT coalesce(json_agg(json_build_object('key', o.key, 'position', json_build_object(
      'id', o.id,
      'personId', CASE WHEN ${HELD} THEN o.person_id::text ELSE '' END,
      'role', o.role, 'unitId', o.unit_id, 'title', o.title, 'grade', o.grade, 'superiorId', o.superior_id, 'covers', to_json(o.covers),
      'primary', o.is_primary, 'validFrom', o.valid_from, 'validTo', o.valid_to,
      'substitute', CASE WHEN ${SUBSTITUTED} THEN json_build_object('person', o.substitute_id, 'until', o.substitute_to) END)) ORDER BY o.key COLLATE "C"), '[]'), array_agg(o.unit_id) INTO v_positions, v_places
    FROM {position o} WHERE o.id = ANY (v_posts) OR o.person_id = ANY (v_holders);
  v_places := v_units || v_places || ARRAY(SELECT unnest(covers) FROM {position} WHERE covers <> '{}' AND (id = ANY (v_posts) OR person_id = ANY (v_holders)));
  RETURN json_build_object(
    'people', coalesce((SELECT json_object_agg(f.id, json_build_object('id', f.id, 'key', f.key, 'name', f.name, 'active', f.active)) FROM {person f}
      WHERE f.id = ANY (v_people || v_operators || v_holders)), '{}'),
    'positions', v_positions,
    'units', coalesce((SELECT json_object_agg(u.id, jsonb_build_object('id', u.id, 'key', u.key, 'kind', u.kind, 'name', u.name,
        'parentId', u.parent_id, 'path', to_json(u.path)) || CASE WHEN u.calendar IS NULL THEN '{}' ELSE jsonb_build_object('calendar', u.calendar) END) FROM {unit u}
      WHERE u.id = ANY (ARRAY(SELECT unnest(own.path) FROM {unit own} WHERE own.id = ANY (v_places)))), '{}'),
    'grants', CASE WHEN p_lookups->'matters' = '[]' THEN '[]' ELSE coalesce((SELECT json_agg(json_build_object('id', g.id, 'kind', g.kind, 'matter', g.matter, 'role', g.role,
        'personId', g.person_id, 'scopeUnitId', g.scope_unit_id, 'limit', g.limit_value, 'plan', g.plan, 'state', g.state, 'withheldReason', g.withheld_reason,
        'validFrom', iso_time(g.valid_from::timestamp AT TIME ZONE v_zone), 'validTo', iso_time(g.valid_to::timestamp AT TIME ZONE v_zone)) ORDER BY g.key) FROM {authority_grant g}
      WHERE g.company_id = p_company AND g.matter = ANY (ARRAY(SELECT jsonb_array_elements_text(p_lookups->'matters')))
        AND (g.valid_from IS NULL OR g.valid_from <= p_today) AND (g.valid_to IS NULL OR g.valid_to > p_today)), '[]') END,
    'absences', coalesce((SELECT json_agg(json_build_object('person', w.person_id, 'standIn', w.stand_in_id, 'processes', to_json(w.processes),
        'until', iso_time(w.until)) ORDER BY w.absence_id) FROM {away w} WHERE w.company_id = p_company AND w.person_id = ANY (v_people || v_holders)), '[]'),
    'operators', to_json(v_operators));
END $$`;

type RowsOf = (table: string, alias: string) => string;

const bodyOver = (rowsOf: RowsOf): string =>
  BODY.replace(/\{(\w+)(?: (\w+))?\}/g, (_, table: string, alias: string = table) => rowsOf(table, alias));

const LIVE: RowsOf = (table, alias) => `${table} ${alias}`;
const KNOWN: RowsOf = (table, alias) =>
  table === 'away' ? `known_away(p_company, p_at, p_known) AS ${alias}` : `known_${table}(p_company, p_known) AS ${alias}`;

/**
 * The directory around some people and units of a company on one of its days. Whatever it finds, it finds for one person, one unit or the lookups
 * alone (of vacant posts also whoever takes their place, of those who are away whoever stands in for them and who is above them), so the slice around several is the slices around each put together. Posts bring their key, which they are in order of, byte by byte.
 */
export const DIRECTORY_SLICE = `
CREATE OR REPLACE FUNCTION directory_slice_1(p_company uuid, p_today date, p_people uuid[], p_units uuid[], p_lookups jsonb) RETURNS json${bodyOver(LIVE)}`;

/** The same as it was known at a moment, by what was recorded until then. Who is away at `p_at` is told by what was agreed on, not by the hour. */
export const DIRECTORY_SLICE_KNOWN = `
CREATE OR REPLACE FUNCTION directory_slice_known_1(p_company uuid, p_today date, p_at timestamptz, p_known timestamptz, p_people uuid[], p_units uuid[], p_lookups jsonb) RETURNS json${bodyOver(KNOWN)}`;
