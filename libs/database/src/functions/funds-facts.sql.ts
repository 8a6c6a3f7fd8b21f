import { LINE_SUMS } from '@countersign/domain';

/**
 * What the ledger says around one line of a request: of the unit that pays and those above it, the lines of its category and of none in particular
 * whose period holds its day, the company's own day where it names none. \`p_fields\`: which fields of the form say so, or of which category (\`of\`) it always is.
 */
export const FUNDS_NEAR = `
CREATE OR REPLACE FUNCTION funds_near(p_company uuid, p_today date, p_form jsonb, p_fields jsonb) RETURNS json LANGUAGE sql STABLE AS $$
  WITH asked AS (SELECT u.path, coalesce(p_fields->>'of', p_form->>(p_fields->>'category')) AS category, CASE WHEN pg_input_is_valid(said.day, 'date') THEN said.day::date ELSE p_today END AS day
    FROM (SELECT CASE jsonb_typeof(p_form->(p_fields->>'date')) WHEN 'object' THEN p_form->(p_fields->>'date')->>'from' ELSE p_form->>(p_fields->>'date') END AS day) AS said
      LEFT JOIN unit u ON u.id = uuid_or_null(p_form->>(p_fields->>'unit')) AND u.company_id = p_company)
  SELECT json_build_object('unitPath', coalesce(to_json(asked.path), '[]'), 'lines', coalesce((SELECT json_agg(json_build_object('id', l.id, 'unitId', l.unit_id,
      'category', nullif(l.category, ''), 'from', l.from_day, 'to', l.to_day, 'currency', l.currency, 'control', l.control, 'tolerance', l.tolerance, 'ownerId', l.owner_id,
      ${LINE_SUMS.map((sum) => `'${sum}', l.${sum}::text`).join(', ')}) ORDER BY l.id)
    FROM budget_line l WHERE l.company_id = p_company AND l.unit_id = ANY (asked.path) AND l.category IN ('', coalesce(asked.category, '')) AND asked.day BETWEEN l.from_day AND l.to_day), '[]'))
  FROM asked $$`;

/** What the ledger says around a request (\`FundsFacts\`), and around the line that gets what it moves (\`to\`), where it moves anything. */
export const FUNDS_FACTS = `
CREATE OR REPLACE FUNCTION funds_facts(p_company uuid, p_today date, p_form jsonb, p_fields jsonb) RETURNS json LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN p_fields->'to' IS NULL THEN near ELSE (near::jsonb || jsonb_build_object('to', funds_near(p_company, p_today, p_form, p_fields->'to')))::json END
  FROM funds_near(p_company, p_today, p_form, p_fields) AS near $$`;
