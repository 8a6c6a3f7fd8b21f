/** The next human number of a company and prefix, from a sequence that is made when first needed. Gaps are allowed. */
export const NEXT_NUMBER = `
CREATE OR REPLACE FUNCTION next_number(p_company uuid, p_prefix text, p_now timestamptz) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  v_sequence text := 'number_' || replace(p_company::text, '-', '') || '_' || lower(p_prefix);
  v_counter text;
BEGIN
  IF to_regclass(quote_ident(v_sequence)) IS NULL THEN
    BEGIN
      EXECUTE format('CREATE SEQUENCE IF NOT EXISTS %I', v_sequence);
    EXCEPTION WHEN unique_violation OR duplicate_table THEN NULL;
    END;
  END IF;
  v_counter := nextval(quote_ident(v_sequence)::regclass)::text;
  RETURN p_prefix || '-' || to_char(p_now AT TIME ZONE (SELECT time_zone FROM company WHERE id = p_company), 'YYYY')
    || '-' || lpad(v_counter, greatest(4, length(v_counter)), '0');
END $$`;
