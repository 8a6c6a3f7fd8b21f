/** For an undo, under locks: whether something of the transition was delivered already. */
export const EFFECTS_TAKEN = `
CREATE OR REPLACE FUNCTION effects_taken(p_request uuid, p_n integer) RETURNS boolean LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  PERFORM 1 FROM outbox WHERE request_id = p_request AND n = p_n AND not_before IS NOT NULL FOR UPDATE;
  RETURN EXISTS (SELECT 1 FROM outbox WHERE request_id = p_request AND n = p_n AND not_before IS NOT NULL AND state NOT IN ('waiting', 'cancelled'));
END $$`;
