/**
 * Requests that fields of a form name and of which something is asked, by field: { field: { id, key, number, outcome, said } }. \`said\` holds what they
 * say in the fields that are named. What names no request of the company is left out.
 */
export const LINKED_REQUESTS = `
CREATE OR REPLACE FUNCTION linked_requests(p_company uuid, p_values jsonb, p_linked jsonb) RETURNS json LANGUAGE sql STABLE AS $$
  SELECT coalesce(json_object_agg(asked->>'field', json_build_object('id', other.id, 'key', d.key, 'number', other.number, 'outcome', other.outcome,
    'said', (SELECT coalesce(jsonb_object_agg(name, other.form->name), '{}') FROM jsonb_array_elements_text(asked->'said') AS name))), '{}')
  FROM jsonb_array_elements(p_linked) AS asked
    JOIN request other ON other.id = uuid_or_null(p_values->>(asked->>'field')) AND other.company_id = p_company AND other.n > 0
    JOIN definition d ON d.id = other.definition_id $$`;
