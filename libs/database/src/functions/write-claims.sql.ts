/**
 * Values that only one request may hold: released, then claimed. Losing a race raises CS001: the whole command is then read and decided again,
 * and its guard sees who holds the value.
 */
export const WRITE_CLAIMS = `
CREATE OR REPLACE FUNCTION write_claims(p jsonb, r uuid, c uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE v_wanted integer; v_got integer;
BEGIN
  DELETE FROM claimed_value WHERE request_id = r;
  SELECT count(*) INTO v_wanted FROM (SELECT DISTINCT x."check", x.value FROM jsonb_to_recordset(p) AS x("check" text, value text)) AS wanted;
  INSERT INTO claimed_value (company_id, check_name, value, request_id)
    SELECT DISTINCT c, x."check", x.value, r FROM jsonb_to_recordset(p) AS x("check" text, value text) ORDER BY 2, 3 ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS v_got = ROW_COUNT;
  IF v_got < v_wanted THEN RAISE EXCEPTION 'Expected to claim % values, but % were taken meanwhile', v_wanted, v_wanted - v_got USING ERRCODE = 'CS001'; END IF;
END $$`;
