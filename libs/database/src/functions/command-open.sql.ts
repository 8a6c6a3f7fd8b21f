export const COMMAND_OPEN = `
CREATE OR REPLACE FUNCTION command_open_1(p_id uuid, p_company uuid, p_body jsonb, p_hash text, p_facts jsonb) RETURNS json LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  INSERT INTO command (id, company_id, actor_id, request_id, type, body, body_hash, attempt)
    VALUES (p_id, p_company, (p_body->>'actor')::uuid, (p_body->>'requestId')::uuid, p_body->>'type', p_body, p_hash, 1) ON CONFLICT (id) DO NOTHING;
  IF NOT FOUND THEN RETURN NULL; END IF;
  RETURN json_build_object('read', (SELECT facts FROM request_facts_1(p_facts) AS facts));
END $$`;
