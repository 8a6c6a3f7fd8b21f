import { LIMITS } from '@countersign/domain';

/**
 * Which of the values that the checks of a definition claim another request holds: { check: { value: number of that request } }. A path \`table.column\`
 * names a column of every row; \`parts\` are fields that are told apart together, one line each, and none where one of them is blank; the one of them with
 * \`days\` is a range of dates and stands last: each of its days is a value. What is claimed is
 * spelt out once, before anything is looked up: inside the join, PostgreSQL would do it for every value of the register. What is longer than any identifier is not looked for here (the cost of spelling it out grows with the square of its length): the key of
 * `claimed_value` refuses it. Values are looked up one after another: joined to a set of unknown size, it reads the whole table.
 */
export const CLAIMED_ELSEWHERE = `
CREATE OR REPLACE FUNCTION claimed_elsewhere(p_company uuid, p_request uuid, p_values jsonb, p_claims jsonb) RETURNS SETOF json LANGUAGE sql STABLE AS $$
  WITH wanted AS MATERIALIZED (
    SELECT DISTINCT claim->>'check' AS check_name, CASE WHEN length(normalize(written, NFKC)) <= 100 THEN identifier_text(written) END AS value
      FROM jsonb_array_elements(p_claims) AS claim CROSS JOIN LATERAL (
        SELECT cells->>split_part(claim->>'field', '.', 2) AS written
          FROM jsonb_array_elements(CASE jsonb_typeof(p_values->split_part(claim->>'field', '.', 1)) WHEN 'array' THEN p_values->split_part(claim->>'field', '.', 1) ELSE '[]' END) AS cells
          WHERE claim->>'field' LIKE '%.%' AND claim->'parts' IS NULL
        UNION ALL
        SELECT p_values->>(claim->>'field') WHERE claim->>'field' NOT LIKE '%.%' AND claim->'parts' IS NULL) AS each
    UNION
    SELECT claim->>'check', CASE WHEN claim->'parts'->0 ? 'days' THEN each_day.said WHEN claim->'parts'->-1 ? 'days' THEN together.said || E'\\n' || each_day.said ELSE together.said END
      FROM jsonb_array_elements(p_claims) AS claim
        CROSS JOIN LATERAL (SELECT CASE WHEN bool_and(coalesce(each_part.said, '') <> '') THEN string_agg(each_part.said, E'\\n' ORDER BY place) END AS said FROM (
          SELECT place, CASE WHEN (part->>'exact')::boolean THEN p_values->>(part->>'field')
            WHEN length(normalize(p_values->>(part->>'field'), NFKC)) <= 100 THEN identifier_text(p_values->>(part->>'field')) END AS said
            FROM jsonb_array_elements(claim->'parts') WITH ORDINALITY AS parts(part, place) WHERE NOT part ? 'days') AS each_part) AS together
        LEFT JOIN LATERAL (SELECT (first + place)::text AS said
          FROM (SELECT p_values->(claim->'parts'->-1->>'field') AS ends WHERE claim->'parts'->-1 ? 'days') AS range
            CROSS JOIN LATERAL (SELECT CASE WHEN pg_input_is_valid(ends->>'from', 'date') THEN (ends->>'from')::date END AS first,
              CASE WHEN pg_input_is_valid(ends->>'to', 'date') THEN (ends->>'to')::date END AS last) AS bounds
            CROSS JOIN LATERAL generate_series(0, least(coalesce(last - first, -1), ${LIMITS.heldDays - 1})) AS place) AS each_day ON true
      WHERE claim->'parts' IS NOT NULL)
  SELECT coalesce(json_object_agg(check_name, held), '{}') FROM (
    SELECT found.check_name, jsonb_object_agg(found.value, coalesce(found.number, '')) AS held
      FROM wanted CROSS JOIN LATERAL (
        SELECT taken.check_name, taken.value, other.number FROM claimed_value taken JOIN request other ON other.id = taken.request_id
          WHERE taken.company_id = p_company AND taken.check_name = wanted.check_name AND taken.value = wanted.value AND taken.value <> ''
            AND taken.request_id <> p_request OFFSET 0) AS found
      GROUP BY found.check_name) AS by_check $$`;
