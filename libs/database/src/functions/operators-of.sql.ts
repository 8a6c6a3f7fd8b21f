/** Who looks after requests that nobody else can move; where nobody has the right, those who can give it to somebody. In order of their keys. */
export const OPERATORS_OF = `
CREATE OR REPLACE FUNCTION operators_of(p_company uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT array_agg(p.id ORDER BY p.key) FROM person_right r JOIN person p ON p.id = r.person_id AND p.active
      WHERE r.company_id = p_company AND r.right_name = 'requests.operate'),
    (SELECT array_agg(p.id ORDER BY p.key) FROM person_right r JOIN person p ON p.id = r.person_id AND p.active
      WHERE r.company_id = p_company AND r.right_name = 'directory.import'), '{}') $$`;
