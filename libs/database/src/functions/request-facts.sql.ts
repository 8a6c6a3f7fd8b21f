import { factsJson } from './facts-json';

/** Returns a set and sets nothing, so that PostgreSQL writes it out into the statement that asks. No row where there is no such request. */
export const REQUEST_FACTS = `
CREATE OR REPLACE FUNCTION request_facts_1(p jsonb) RETURNS SETOF json LANGUAGE sql STABLE AS $$
  SELECT json_build_object('request', request_head(r, d, c), 'facts', ${factsJson({ actor: `(p->>'actorId')::uuid`, overlay: `coalesce(p->'overlay', '{}')` })})
  FROM request r JOIN definition d ON d.id = r.definition_id JOIN company c ON c.id = r.company_id CROSS JOIN clock_timestamp() AS t(now)
  WHERE r.id = (p->>'requestId')::uuid $$`;
