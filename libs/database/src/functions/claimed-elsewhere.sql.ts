/**
 * Which of the values that the checks of a definition claim another request holds: { check: { value: number of that request } }. A path \`table.column\`
 * names a column of every row. Values are looked up one after another: joined to a set of unknown size, PostgreSQL reads the whole table.
 */
export const CLAIMED_ELSEWHERE = `
CREATE OR REPLACE FUNCTION claimed_elsewhere(p_company uuid, p_request uuid, p_values jsonb, p_claims jsonb) RETURNS SETOF json LANGUAGE sql STABLE AS $$
  SELECT coalesce(json_object_agg(check_name, held), '{}') FROM (
    SELECT taken.check_name, jsonb_object_agg(taken.value, coalesce(other.number, '')) AS held FROM jsonb_array_elements(p_claims) AS claim
      JOIN claimed_value taken ON taken.company_id = p_company AND taken.check_name = claim->>'check' AND taken.value <> '' AND taken.value = ANY (ARRAY(
        SELECT identifier_text(cells->>split_part(claim->>'field', '.', 2))
          FROM jsonb_array_elements(CASE jsonb_typeof(p_values->split_part(claim->>'field', '.', 1)) WHEN 'array' THEN p_values->split_part(claim->>'field', '.', 1) ELSE '[]' END) AS cells
          WHERE claim->>'field' LIKE '%.%'
        UNION ALL
        SELECT identifier_text(p_values->>(claim->>'field')) WHERE claim->>'field' NOT LIKE '%.%'))
      JOIN request other ON other.id = taken.request_id
      WHERE taken.request_id <> p_request GROUP BY taken.check_name) AS by_check $$`;
