import { isNewestTerm, isRenewalOf, leaseRequest } from '../repositories/lease-matches';

/**
 * Nobody renews a lease that was taken out of the register, unless another there is meant: what of it is being sent waits for whoever changes the
 * register, and they find it here. Such a row is not written.
 */
export const COMMAND_OPEN = `
CREATE OR REPLACE FUNCTION command_open_1(p_id uuid, p_company uuid, p_body jsonb, p_hash text, p_facts jsonb) RETURNS json LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  v_request uuid := (p_body->>'requestId')::uuid;
  v_out text;
BEGIN
  IF p_body->>'type' = 'submit' AND EXISTS (SELECT FROM request r JOIN definition d ON d.id = r.definition_id WHERE r.id = v_request AND r.n = 0 AND d.key = 'lease-renewal')
    AND NOT EXISTS (SELECT FROM command WHERE id = p_id) THEN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('leases:' || p_company, 0));
    SELECT min(l.number) INTO v_out FROM (SELECT id, company_id, status, p_body->'form' AS form FROM request WHERE id = v_request) r
      JOIN lease l ON l.company_id = r.company_id AND l.unit_id = uuid_or_null(r.form->>'store')
      WHERE ${isNewestTerm('l')} AND ${isRenewalOf('l', leaseRequest('r', 'expiresOn'))} HAVING bool_and(l.taken_out_at IS NOT NULL);
    IF v_out IS NOT NULL THEN RETURN json_build_object('leaseOut', v_out); END IF;
  END IF;
  INSERT INTO command (id, company_id, actor_id, request_id, type, body, body_hash, attempt)
    VALUES (p_id, p_company, (p_body->>'actor')::uuid, v_request, p_body->>'type', p_body, p_hash, 1) ON CONFLICT (id) DO NOTHING;
  IF NOT FOUND THEN RETURN NULL; END IF;
  RETURN json_build_object('read', (SELECT facts FROM request_facts_1(p_facts) AS facts));
END $$`;
